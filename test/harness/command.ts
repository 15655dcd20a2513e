import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly withinMs?: number;
}

/** Runs a program to its end and gives what it wrote, stdout before stderr. Throws, with its stderr, when it fails. */
export async function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(command, args, {
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    timeout: options.withinMs ?? 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout + stderr;
}
