import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/sluice.js', import.meta.url));

/** A folder of its own with a configuration in it, for one test. */
export function folderWith(config: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-cli-'));
  writeFileSync(join(folder, 'sluice.yaml'), config);
  return folder;
}

export interface Child {
  readonly process: ChildProcess;
  stdout(): string;
  /** Lines of the JSON log so far. */
  log(): readonly Record<string, unknown>[];
  stderr(): string;
  /** Waits until stderr matches. */
  until(pattern: RegExp): Promise<void>;
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

/** The real command as a process of its own. */
export function sluice(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: 'pipe',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    ended,
    stdout: () => stdout,
    stderr: () => stderr,
    log: () =>
      stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : [])),
    async until(pattern) {
      while (!pattern.test(stderr)) {
        if (child.exitCode !== null)
          throw new Error(`sluice ended with ${child.exitCode} before it said ${pattern}:\n${stderr}`);
        await Promise.race([once(child.stderr, 'data'), ended]);
      }
    },
  };
}
