import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canConnect } from '../../harness/connect.ts';
import { startDaemon, type Daemon } from '../../harness/daemon.ts';

export interface RsyslogOptions {
  /** Empty folder of its own, absolute. */
  readonly folder: string;
  /** Where it takes messages, one a line. */
  readonly inputPort: number;
  readonly forwardTo: { readonly port: number; readonly tls?: { readonly caFile: string } };
}

/** A relay as in most companies: takes messages in and forwards them, octet-counted, keeping their own time. */
export async function startRsyslog(options: RsyslogOptions): Promise<Daemon & { readonly socket: string }> {
  const file = join(options.folder, 'rsyslog.conf');
  const socket = join(options.folder, 'log.sock');
  await mkdir(options.folder, { recursive: true });
  await writeFile(file, configuration(options, socket));
  const daemon = await startDaemon({
    command: '/usr/sbin/rsyslogd',
    args: ['-n', '-f', file, '-i', join(options.folder, 'rsyslog.pid')],
    ready: () => canConnect(options.inputPort),
  });
  return { ...daemon, socket };
}

function configuration({ folder, inputPort, forwardTo }: RsyslogOptions, socket: string): string {
  const { tls } = forwardTo;
  return `
global(workDirectory="${folder}" maxMessageSize="64k"
  ${tls === undefined ? '' : `defaultNetstreamDriver="ossl" defaultNetstreamDriverCAFile="${tls.caFile}"`})
module(load="imtcp")
input(type="imtcp" address="127.0.0.1" port="${inputPort}")
module(load="imuxsock" sysSock.use="off")
input(type="imuxsock" socket="${socket}" rateLimit.interval="0")
action(type="omfwd" target="127.0.0.1" port="${forwardTo.port}" protocol="tcp" TCP_Framing="octet-counted"
  template="RSYSLOG_SyslogProtocol23Format"
  ${tls === undefined ? '' : 'StreamDriver="ossl" StreamDriverMode="1" StreamDriverAuthMode="x509/name" StreamDriverPermittedPeers="localhost"'}
  queue.type="LinkedList" action.resumeRetryCount="-1" action.resumeInterval="1")
`;
}
