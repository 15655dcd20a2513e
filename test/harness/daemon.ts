import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface DaemonOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Said on stdout or stderr once it works, or asked until it is true. */
  readonly ready: RegExp | (() => Promise<boolean>);
  readonly readyWithinMs?: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Daemon {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** What it said so far, both streams, the last 256 KiB. */
  output(): string;
  signal(signal: NodeJS.Signals): void;
  /** SIGTERM, and SIGKILL when it does not end in time. Resolves when it is gone. */
  stop(withinMs?: number): Promise<Exit>;
  kill(): Promise<Exit>;
}

const keptOutput = 256 * 1024;

/**
 * Starts a program and resolves when it is ready. When it ends before that, or takes too long, it is killed and the
 * error holds what it said.
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const daemon = launch(options);
  const within = options.readyWithinMs ?? 15_000;
  const giveUpAt = Date.now() + within;
  let ended = false;
  void daemon.exited.then(() => (ended = true));
  while (!(await isReady(options.ready, daemon))) {
    if (!ended && Date.now() < giveUpAt) {
      await sleep(20);
      continue;
    }
    await daemon.kill();
    const what = ended ? 'ended before it was ready' : `was not ready within ${within} ms`;
    throw new Error(`${options.command} ${what}. It said:\n${daemon.output()}`);
  }
  return daemon;
}

async function isReady(ready: DaemonOptions['ready'], daemon: Daemon): Promise<boolean> {
  return ready instanceof RegExp ? ready.test(daemon.output()) : ready();
}

function launch({ command, args, env }: DaemonOptions): Daemon {
  // Never 'inherit': a daemon that outlives us would hold the pipe of the CI job open.
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  const keep = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-keptOutput));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = exitOf(child, keep);
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  void exited.then(() => process.off('exit', atExit));
  const kill = (): Promise<Exit> => {
    child.kill('SIGKILL');
    return exited;
  };
  return {
    pid: child.pid ?? 0,
    exited,
    output: () => said,
    signal: (signal) => void child.kill(signal),
    kill,
    async stop(withinMs = 30_000) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => void kill(), withinMs);
      const exit = await exited;
      clearTimeout(timer);
      return exit;
    },
  };
}

async function exitOf(child: ChildProcess, keep: (chunk: Buffer) => void): Promise<Exit> {
  try {
    await once(child, 'close');
  } catch (error) {
    keep(Buffer.from(String(error)));
  }
  return { code: child.exitCode, signal: child.signalCode };
}
