export interface ConfigOptions {
  readonly ports: { readonly udp: number; readonly tcp: number; readonly tls: number };
  readonly keyFile: string;
  readonly certificateFile: string;
  readonly shopLog: string;
  readonly webLog: string;
}

/** The configuration that the demo runs: what a user would write. */
export function configText({ ports, keyFile, certificateFile, shopLog, webLog }: ConfigOptions): string {
  return `version: 1

lake:
  folder: ./lake
  region: eu-central-1
state: ./state
dead_letters: ./dead-letters
flush:
  max_age: 3s # Security Lake asks for 5 minutes or more; here somebody is watching.

pipelines:
  servers:
    connector: syslog
    account: external_headquarters
    config:
      listen:
        - { transport: udp, port: ${ports.udp} }
        - { transport: tcp, port: ${ports.tcp} }
        - transport: tls
          port: ${ports.tls}
          key_file: ${quoted(keyFile)}
          certificate_file: ${quoted(certificateFile)}

  shop:
    connector: app-logs
    account: '111122223333'
    config:
      paths: [${quoted(shopLog)}]
      format: json

  web:
    connector: app-logs
    account: '444455556666'
    config:
      paths: [${quoted(webLog)}]
      format: combined
      service: web
`;
}

/** Every JSON string is a YAML string. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
