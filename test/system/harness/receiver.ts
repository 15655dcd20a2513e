import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { canConnect } from '../../harness/connect.ts';
import type { Daemon } from '../../harness/daemon.ts';
import { freePort } from '../../harness/ports.ts';
import { startSluice, type Workplace } from '../../harness/sluice.ts';

/** `sluice run` with one syslog pipeline that listens in four ways. */
export interface Receiver {
  readonly sluice: Daemon;
  readonly ports: { readonly udp: number; readonly tcp: number; readonly tls: number };
  /** Path of the Unix socket. */
  readonly socket: string;
  /** What TLS senders have to trust. */
  readonly caFile: string;
  /** The same configuration in a new process, where the former one is gone. */
  startAgain(): Promise<Daemon>;
}

export interface ReceiverOptions {
  /** Zone of timestamps that name none. */
  readonly timezone: string;
  /** Settings of the pipeline beside its connector's. */
  readonly pipeline?: Readonly<Record<string, unknown>>;
  /** Settings beside the pipelines: where the lake is. */
  readonly other?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startReceiver(place: Workplace, options: ReceiverOptions): Promise<Receiver> {
  const ports = { udp: await freePort(), tcp: await freePort(), tls: await freePort() };
  const socket = join(place.folder, 'receiver.sock');
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
  const office = {
    connector: 'syslog',
    account: '111122223333',
    ...options.pipeline,
    config: {
      timezone: options.timezone,
      listen: [
        { transport: 'udp', port: ports.udp },
        { transport: 'tcp', port: ports.tcp },
        { transport: 'tls', port: ports.tls, key_file: keyFile, certificate_file: caFile },
        { transport: 'unix', path: socket },
      ],
    },
  };
  const config = await place.configure({ office }, options.other);
  const start = (): Promise<Daemon> =>
    startSluice(
      config,
      async () => (await canConnect(socket)) && (await canConnect(ports.tcp)) && (await canConnect(ports.tls)),
      { env: options.env ?? {} },
    );
  return { sluice: await start(), ports, socket, caFile, startAgain: start };
}
