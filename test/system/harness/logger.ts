import { run } from '../../harness/command.ts';

export interface LoggerOptions {
  readonly to:
    | { readonly port: number; readonly transport: 'udp' | 'tcp'; readonly octetCount?: boolean }
    | { readonly socket: string };
  /** Absent: as local programs write to the socket of their machine. */
  readonly protocol?: 'rfc3164' | 'rfc5424';
  /** A file with one message a line. */
  readonly file: string;
  readonly tag: string;
  /** Time zone that the sender lives in. */
  readonly timezone: string;
}

/** Sends each line of a file, as util-linux does it. */
export async function logger({ to, protocol, file, tag, timezone }: LoggerOptions): Promise<void> {
  const destination =
    'socket' in to
      ? ['--socket', to.socket, '--socket-errors=on']
      : ['--server', '127.0.0.1', '--port', String(to.port), `--${to.transport}`];
  const framing = 'octetCount' in to && to.octetCount ? ['--octet-count'] : [];
  const args = [
    ...destination,
    ...framing,
    ...(protocol === undefined ? [] : [`--${protocol}`]),
    '--tag',
    tag,
    '--priority',
    'auth.notice',
    '--file',
    file,
  ];
  await run('logger', args, { env: { TZ: timezone } });
}
