import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../harness/command.ts';

export const loggenFolder: string = join(import.meta.dirname, '../../../node_modules/.cache/sluice-system/loggen');
export const loggenPath: string = join(loggenFolder, 'usr/bin/loggen');

export interface LoggenOptions {
  readonly transport: 'udp' | 'tcp' | 'tls';
  readonly port: number;
  /** For each connection. */
  readonly messages: number;
  /** For each connection. */
  readonly messagesPerSecond: number;
  readonly connections?: number;
  /** RFC 5424 with octet counting; otherwise BSD syslog, one message a line or datagram. */
  readonly syslogProtocol?: boolean;
  /** Zone that its clock shows. It never says which. */
  readonly timezone: string;
}

/** Sends numbered messages: `seq: 0000000000, thread: 0000, runid: …`. Resolves when all have left. */
export async function loggen(options: LoggenOptions): Promise<void> {
  const transport = { udp: ['--inet', '--dgram'], tcp: ['--inet', '--stream'], tls: ['--use-ssl'] }[options.transport];
  const args = [
    ...transport,
    ...(options.syslogProtocol === true ? ['--syslog-proto'] : []),
    `--number=${options.messages}`,
    `--rate=${options.messagesPerSecond}`,
    `--active-connections=${options.connections ?? 1}`,
    // It stops at whichever comes first; the number has to.
    '--interval=60',
    '--size=200',
    '127.0.0.1',
    String(options.port),
  ];
  await run(loggenPath, args, { env: { ...loggenEnvironment(), TZ: options.timezone } });
}

export interface LoggenCount {
  readonly messages: number;
  readonly seconds: number;
}

/** Sends as fast as the other side takes it, over one TCP connection, and says how much that was. */
export async function loggenAtFullRate(port: number, seconds: number): Promise<LoggenCount> {
  const args = [
    '--inet',
    '--stream',
    '--rate=10000000',
    `--interval=${seconds}`,
    '--size=300',
    '127.0.0.1',
    String(port),
  ];
  const said = await run(loggenPath, args, { env: loggenEnvironment(), withinMs: (seconds + 60) * 1000 });
  const [, count, time] = /count=(\d+),\s*time=([\d.]+)/.exec(said) ?? [];
  if (count === undefined || time === undefined) throw new Error(`loggen did not say how much it sent:\n${said}`);
  return { messages: Number(count), seconds: Number(time) };
}

function loggenEnvironment(): Readonly<Record<string, string>> {
  const libraries = join(loggenFolder, 'usr/lib');
  const triplet = readdirSync(libraries).find((name) => name.endsWith('-linux-gnu')) ?? '';
  return {
    SYSLOGNG_PREFIX: join(loggenFolder, 'usr'),
    LD_LIBRARY_PATH: [
      join(loggenFolder, 'lib', triplet),
      join(libraries, triplet),
      join(libraries, 'syslog-ng'),
      join(libraries, 'syslog-ng/3.38'),
    ].join(':'),
  };
}
