import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { canConnect } from '../../harness/connect.ts';
import type { Daemon } from '../../harness/daemon.ts';
import { freePort } from '../../harness/ports.ts';
import { startSluice, type Workplace } from '../../harness/sluice.ts';

/** `sluice run` with one syslog pipeline that listens in the three ways. */
export interface Receiver {
  readonly sluice: Daemon;
  readonly ports: { readonly udp: number; readonly tcp: number; readonly tls: number };
  /** What TLS senders have to trust. */
  readonly caFile: string;
}

export interface ReceiverOptions {
  /** Zone of timestamps that name none. */
  readonly timezone: string;
}

export async function startReceiver(place: Workplace, { timezone }: ReceiverOptions): Promise<Receiver> {
  const ports = { udp: await freePort(), tcp: await freePort(), tls: await freePort() };
  const keyFile = join(place.folder, 'receiver.key');
  const caFile = join(place.folder, 'receiver.pem');
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  await writeFile(keyFile, key, { mode: 0o600 });
  await writeFile(caFile, cert);
  const config = await place.configure({
    office: {
      connector: 'syslog',
      account: '111122223333',
      config: {
        timezone,
        listen: [
          { transport: 'udp', port: ports.udp },
          { transport: 'tcp', port: ports.tcp },
          { transport: 'tls', port: ports.tls, key_file: keyFile, certificate_file: caFile },
        ],
      },
    },
  });
  const sluice = await startSluice(config, async () => (await canConnect(ports.tcp)) && (await canConnect(ports.tls)));
  return { sluice, ports, caFile };
}
