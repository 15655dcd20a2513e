import { spawn } from 'node:child_process';
import type { Io } from '../terminal/io.ts';

export interface ProgramRun {
  /** Undefined where there is no such program. */
  readonly code: number | undefined;
  /** The end of what it wrote, to both. */
  readonly output: string;
}

export interface ProgramOptions {
  readonly io: Io;
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const keptOutput = 20_000;

/** Runs a program to its end and keeps what it says. */
export function runProgram(
  name: string,
  args: readonly string[],
  { io, folder, environment = {} }: ProgramOptions,
): Promise<ProgramRun> {
  const { promise, resolve } = Promise.withResolvers<ProgramRun>();
  const child = spawn(name, args, {
    ...(folder === undefined ? {} : { cwd: folder }),
    env: { ...io.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  const keep = (data: Buffer): void => {
    output = (output + data.toString()).slice(-keptOutput);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', () => resolve({ code: undefined, output }));
  child.on('close', (code) => resolve({ code: code ?? 1, output }));
  return promise;
}
