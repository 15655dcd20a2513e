import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { startDaemon, type Daemon } from '../harness/daemon.ts';
import type { VictimReport, VictimSpec } from './victim-spec.ts';

const script: string = join(import.meta.dirname, 'victim.ts');

export async function startVictim(spec: VictimSpec): Promise<Daemon> {
  return startDaemon({
    command: process.execPath,
    args: ['--conditions=source', '--no-warnings', script, JSON.stringify(spec)],
    env: { NODE_OPTIONS: '' },
    ready: () => Promise.resolve(true),
  });
}

/** Runs a victim until it ends by itself or is killed. Whether it was killed; throws where it failed otherwise. */
export async function runVictim(spec: VictimSpec): Promise<boolean> {
  return wasKilled(await startVictim(spec));
}

export async function wasKilled(victim: Daemon): Promise<boolean> {
  const { code, signal } = await victim.exited;
  if (signal === 'SIGKILL') return true;
  if (code === 0) return false;
  throw new Error(`A victim ended with ${code ?? signal}. It said:\n${victim.output().slice(-4000)}`);
}

/** What a victim last said of itself. */
export function reportOf(victim: Daemon): VictimReport {
  const [last = '{}'] = victim
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{"received"'))
    .slice(-1);
  return { received: 0, spooled: 0, stored: 0, repeated: 0, ...(JSON.parse(last) as Partial<VictimReport>) };
}

/** Waits until a victim says what is wanted. False when it ended before. */
export async function untilVictim(victim: Daemon, wanted: (report: VictimReport) => boolean): Promise<boolean> {
  const end = endOf(victim);
  while (!end.hasCome && !wanted(reportOf(victim))) await sleep(20);
  return !end.hasCome;
}

/** Says at any time whether a victim has ended. */
export function endOf(victim: Daemon): { readonly hasCome: boolean } {
  const end = { hasCome: false };
  void victim.exited.then(() => (end.hasCome = true));
  return end;
}
