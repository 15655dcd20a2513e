import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import type { InspectedObject } from './inspected-object.ts';

/** The file itself, or all Parquet files below the folder, in order of path. */
export async function* localObjects(given: string): AsyncIterable<InspectedObject> {
  const root = resolve(given);
  const found = await stat(root).catch(() => undefined);
  if (found === undefined) throw new CommandError(exitCode.failed, `there is no file or folder ${root}`);
  if (!found.isDirectory()) {
    yield fileObject(given, root, partitionPath(root));
    return;
  }
  for await (const path of parquetFiles(root)) {
    const shown = join(given, relative(root, path));
    yield fileObject(
      shown,
      path,
      partitionPath(root) === undefined ? keyOf(relative(root, path)) : partitionPath(path),
    );
  }
}

async function* parquetFiles(folder: string): AsyncIterable<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // What begins with a point is not data: temporary files of a folder lake, for one.
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* parquetFiles(path);
    else if (entry.isFile() && entry.name.endsWith('.parquet')) yield path;
  }
}

/** The part of a path that begins with its first partition (`name=value`), where it has one. */
function partitionPath(path: string): string | undefined {
  const segments = path.split(sep);
  const first = segments.findIndex((segment) => segment.includes('='));
  return first === -1 || first === segments.length - 1 ? undefined : segments.slice(first).join('/');
}

function keyOf(path: string): string {
  return path.split(sep).join('/');
}

function fileObject(name: string, path: string, key: string | undefined): InspectedObject {
  return {
    name: name === '' ? basename(path) : name,
    ...(key === undefined ? {} : { key }),
    async use(work) {
      const file = await open(path, 'r');
      try {
        const { size } = await file.stat();
        return await work({
          size,
          async read(start, end) {
            const bytes = new Uint8Array(end - start);
            const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
            return bytes.subarray(0, bytesRead);
          },
        });
      } finally {
        await file.close();
      }
    },
  };
}
