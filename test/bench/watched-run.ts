import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../harness/lake.ts';
import { sluicePath } from '../harness/sluice.ts';

export interface WatchedRun {
  /** Most resident memory, in MiB. */
  readonly peakMiB: number;
  /** Most that was seen in the state folder, in MiB. */
  readonly mostStateMiB: number;
  readonly seconds: number;
  readonly code: number | null;
}

const mebibyte = 1024 * 1024;

export interface WatchOptions {
  /** How often to look. Default once a second. */
  readonly everyMs?: number;
  /** Told what was seen, a line each. Default: it is printed. */
  readonly say?: (line: string) => void;
}

/** `sluice run`, as it is installed: looks at its resident memory, and at what is in its state folder. */
export async function watchRun(config: string, options: WatchOptions = {}): Promise<WatchedRun> {
  const { everyMs = 1000, say = (line: string) => process.stdout.write(line) } = options;
  const state = join(config, '../state');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [sluicePath, 'run', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)));
  let peakMiB = 0;
  let mostStateMiB = 0;
  const sample = async (): Promise<void> => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const resident = memoryOf(status, 'VmRSS');
    const stateMiB = await sizeOf(state);
    peakMiB = Math.max(peakMiB, memoryOf(status, 'VmHWM'));
    mostStateMiB = Math.max(mostStateMiB, stateMiB);
    if (resident > 0) say(lineOf((performance.now() - startedAt) / 1000, resident, stateMiB));
  };
  const timer = setInterval(() => void sample(), everyMs);
  await once(child, 'close');
  clearInterval(timer);
  if (child.exitCode !== 0) process.stderr.write(complaints);
  return { peakMiB, mostStateMiB, seconds: (performance.now() - startedAt) / 1000, code: child.exitCode };
}

function lineOf(seconds: number, resident: number, state: number): string {
  const figure = (value: number): string => value.toFixed(0).padStart(4);
  return `${figure(seconds)} s  ${figure(resident)} MiB resident  ${figure(state)} MiB in the state folder\n`;
}

function memoryOf(status: string, field: string): number {
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const path of await filesBelow(folder, '**/*')) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() === true) bytes += found.size;
  }
  return bytes / mebibyte;
}
