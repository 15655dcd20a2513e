import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Batch, Cursor } from '@sluice/connector';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFiles } from './read.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-findings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Read {
  readonly ids: readonly unknown[];
  readonly cursor: Cursor | undefined;
  readonly batches: readonly Batch[];
}

async function read(cursor?: Cursor, maxFileBytes = 1e6): Promise<Read> {
  const batches: Batch[] = [];
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const config = { paths: [join(folder, '*.json')], follow: false, pollMs: 1000, maxFileBytes };
  const context = {
    config,
    signal: new AbortController().signal,
    log,
    now: () => 1,
    reportBacklog: () => undefined,
    reportDropped: () => undefined,
  };
  for await (const batch of readFiles(cursor === undefined ? context : { ...context, cursor })) batches.push(batch);
  return { ids: batches.flatMap(idsOf), cursor: batches.at(-1)?.cursor ?? cursor, batches };
}

function idsOf({ bytes, bounds }: Batch): unknown[] {
  const texts = Array.from({ length: bounds.length / 2 }, (_, record) =>
    Buffer.from(bytes.subarray(bounds[2 * record], bounds[2 * record + 1])).toString(),
  );
  return texts.map((text) => {
    try {
      return (JSON.parse(text) as { Id: unknown }).Id;
    } catch {
      return text;
    }
  });
}

test.each([
  ['one finding, over several lines', '{\n "Id": 1\n}\n', [1]],
  ['a list', '[{"Id":1},{"Id":2}]', [1, 2]],
  ['what get-findings prints', '{"Findings":[{"Id":1},{"Id":2}],"NextToken":"x"}', [1, 2]],
  ['JSON lines, with an empty and a broken one', '{"Id":1}\r\n\n{"Id":2}\n{"Id":', [1, 2, '{"Id":']],
  [
    'what get-findings prints, page after page',
    '{"Findings":[{"Id":1}],"NextToken":"x"}\n{"Findings":[{"Id":2}]}',
    [1, 2],
  ],
  ['a list that breaks off', '[{"Id":1},{"Id":', [1, '{"Id":']],
  ['nothing', '', []],
])('a file may hold %s', async (_, text, ids) => {
  await writeFile(join(folder, 'a.json'), text);
  expect((await read()).ids).toEqual(ids);
});

test('every finding keeps the bytes that it was written in', async () => {
  await writeFile(join(folder, 'a.json'), '\ufeff{ "Findings": [\n { "Id": 9007199254740993 , "b": 1.50 }\n] }');
  const [batch] = (await read()).batches;
  expect(Buffer.from(batch?.bytes ?? []).toString()).toBe('{ "Id": 9007199254740993 , "b": 1.50 }');
});

describe('a second run', () => {
  test('reads only files that are new or written anew', async () => {
    await writeFile(join(folder, 'b.json'), '{"Id":1}');
    const { cursor } = await read();
    expect((await read(cursor)).ids).toEqual([]);
    await writeFile(join(folder, 'a.json'), '{"Id":2}');
    const second = await read(cursor);
    expect(second.ids).toEqual([2]);
    await writeFile(join(folder, 'b.json'), '{"Id":3}');
    await utimes(join(folder, 'b.json'), 5, 5);
    expect((await read(second.cursor)).ids).toEqual([3]);
  });

  test('goes on behind the record at which the first was cut', async () => {
    await writeFile(join(folder, 'a.json'), '[{"Id":1},{"Id":2},{"Id":3}]');
    const [batch] = (await read()).batches;
    expect((await read(batch?.cursorAt?.(0))).ids).toEqual([2, 3]);
    expect((await read(batch?.cursorAt?.(1))).ids).toEqual([3]);
  });
});

test('a file that is too large is left alone', async () => {
  await writeFile(join(folder, 'a.json'), '[{"Id":1},{"Id":2},{"Id":3}]');
  expect((await read(undefined, 10)).ids).toEqual([]);
});
