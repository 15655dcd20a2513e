import { mkdir } from 'node:fs/promises';
import { run } from '../../harness/command.ts';

export interface Mount {
  readonly path: string;
  remount(options: string): Promise<void>;
  unmount(): Promise<void>;
}

/** A file system in memory of its own; undefined where this process may not mount one. */
export async function mountTmpfs(path: string, size: string): Promise<Mount | undefined> {
  await mkdir(path, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  } catch {
    return undefined;
  }
  return {
    path,
    remount: async (options) => void (await run('mount', ['-o', `remount,${options}`, path])),
    unmount: async () => void (await run('umount', ['-l', path])),
  };
}
