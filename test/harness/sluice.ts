import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDaemon, type Daemon, type Exit } from './daemon.ts';

/** The command, as it is installed. */
export const sluicePath: string = join(import.meta.dirname, '../../packages/cli/bin/sluice.js');

/** A folder of its own for one run, with places for all that a run makes. */
export interface Workplace {
  readonly folder: string;
  readonly lake: string;
  readonly deadLetters: string;
  /** A configuration file for these pipelines. */
  configure(pipelines: Readonly<Record<string, unknown>>, other?: Readonly<Record<string, unknown>>): Promise<string>;
  remove(): Promise<void>;
}

export async function makeWorkplace(name: string): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), `sluice-${name}-`));
  return {
    folder,
    lake: join(folder, 'lake'),
    deadLetters: join(folder, 'dead-letters'),
    async configure(pipelines, other = {}) {
      const file = join(folder, 'sluice.yaml');
      const config = {
        version: 1,
        lake: { folder: './lake', region: 'eu-central-1' },
        state: './state',
        dead_letters: './dead-letters',
        flush: { max_age: '1h' },
        ...other,
        pipelines,
      };
      await mkdir(folder, { recursive: true });
      // Every JSON text is YAML.
      await writeFile(file, JSON.stringify(config, undefined, 2));
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

/** `sluice run CONFIG` as a child process. Resolves when it says that its pipelines run. */
export function startSluice(config: string, ready: () => Promise<boolean>, options: RunOptions = {}): Promise<Daemon> {
  return startDaemon({
    command: process.execPath,
    args: [
      '--conditions=source',
      ...(options.nodeOptions ?? []),
      sluicePath,
      'run',
      '--log-format=json',
      '--progress-every=200ms',
      config,
    ],
    env: { NODE_OPTIONS: '', ...options.env },
    ready,
    readyWithinMs: 30_000,
  });
}

/** How many records a run has received so far, by what it says of its progress. */
export function receivedEvents(sluice: Daemon): number {
  const said = [...sluice.output().matchAll(/"received_events":(\d+)/g)];
  return Number(said.at(-1)?.[1] ?? 0);
}

/** Resolves when nothing more has arrived for a while: what was sent may still wait in the buffers of the kernel. */
export async function untilQuiet(sluice: Daemon, quietMs = 1500): Promise<void> {
  let received = -1;
  for (let quietSince = Date.now(); Date.now() - quietSince < quietMs; await sleep(100)) {
    const now = receivedEvents(sluice);
    if (now !== received) quietSince = Date.now();
    received = now;
  }
}

/** `sluice run CONFIG` for pipelines whose inputs end by themselves. */
export async function runSluice(config: string, options: RunOptions = {}): Promise<Exit & { readonly output: string }> {
  const daemon = await startSluice(config, () => Promise.resolve(true), options);
  return { ...(await daemon.exited), output: daemon.output() };
}

/** Any other `sluice` command. */
export async function sluiceCommand(args: readonly string[]): Promise<Exit & { readonly output: string }> {
  const daemon = await startDaemon({
    command: process.execPath,
    args: ['--conditions=source', sluicePath, ...args],
    env: { NODE_OPTIONS: '' },
    ready: () => Promise.resolve(true),
  });
  return { ...(await daemon.exited), output: daemon.output() };
}
