import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { awaitsPacking, isPackedName, packingOf, unpackedName, type PackingFound } from './packing.ts';

/** Of a file that begins so. */
async function packingFound(bytes: Uint8Array): Promise<PackingFound> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-packing-'));
  try {
    await writeFile(join(folder, 'a'), bytes);
    await using handle = await open(join(folder, 'a'));
    return await packingOf(handle);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const beginnings: readonly [begins: string, found: string][] = [
  ['1f8b08', 'gzip'],
  ['28b52ffd', 'zstd'],
  ['502a4d18', 'zstd'],
  ['5f2a4d18', 'zstd'],
  ['fd377a585a00', 'xz'],
  ['425a6839314159265359', 'bzip2'],
  ['04224d18', 'lz4'],
  ['1f9d', 'compress'],
];

test.each(beginnings)(
  'a file that begins with %s is packed by %s, and one that differs in a byte is not',
  async (...row) => {
    const [begins, name] = row;
    const bytes = Buffer.from(begins, 'hex');
    const found = await packingFound(Buffer.concat([bytes, Buffer.alloc(4, 0x41)]));
    expect(found.kind === 'other' ? found.name : found.kind).toBe(name);
    for (const at of bytes.keys()) {
      // Whatever digit stands there, it is bzip2.
      if (name === 'bzip2' && at === 3) continue;
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 0x80;
      expect(await packingFound(other)).toEqual({ kind: 'none' });
    }
  },
);

test.each(['', '{"msg":"stock is low"}\n', 'BZh is how this line begins\n'])(
  'a file of %j is not packed',
  async (text) => {
    expect(await packingFound(Buffer.from(text))).toEqual({ kind: 'none' });
  },
);

test('names tell what was packed', () => {
  expect(['a.log.gz', 'a.log.zst', 'a.log.zstd', 'a.log', 'a.log.xz'].filter(isPackedName)).toEqual([
    'a.log.gz',
    'a.log.zst',
    'a.log.zstd',
  ]);
  expect(['a.log.1.gz', 'a.log.1.tmp', 'a.log.1'].map(unpackedName)).toEqual(['a.log.1', 'a.log.1', 'a.log.1']);
});

test.each(['/v/a.gz', '/v/a.xz', '/v/a.bz2', '/v/a.tmp'])(
  '%s, while it is empty, is what a packer has begun',
  (path) => {
    expect(awaitsPacking(path)).toBe(true);
    expect(awaitsPacking(`${path}/a.log`)).toBe(false);
  },
);
