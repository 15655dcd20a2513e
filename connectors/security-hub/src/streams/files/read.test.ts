import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Batch, Cursor } from '@sluice/connector';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFiles } from './read.ts';

let folder: string;
let warnings: unknown[];
beforeEach(async () => {
  warnings = [];
  folder = await mkdtemp(join(tmpdir(), 'sluice-findings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Read {
  readonly ids: readonly unknown[];
  readonly cursor: Cursor | undefined;
  readonly batches: readonly Batch[];
}

async function read(cursor?: Cursor, maxFileBytes = 1e8, name = '*.json'): Promise<Read> {
  const batches: Batch[] = [];
  const warn = (...said: unknown[]): unknown => warnings.push(said);
  const log = { debug: () => undefined, info: () => undefined, warn, error: () => undefined };
  const config = { paths: [join(folder, name)], follow: false, pollMs: 1000, maxFileBytes };
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

test('a file that is too large is left alone, and named; one as large as may be is read', async () => {
  const path = join(folder, 'a.json');
  await writeFile(path, '[{"Id":1},{"Id":2},{"Id":3}]');
  expect((await read(undefined, 27)).ids).toEqual([]);
  expect(warnings).toEqual([[expect.stringContaining('raise max_file'), { path, bytes: 28 }]]);
  expect((await read(undefined, 28)).ids).toEqual([1, 2, 3]);
});

test.each([
  ['[{"Id":1},{"Id":', [1, '{"Id":']],
  ['{"Findings":[{"Id":1},', [1]],
  ['[{"Id":1},{', [1, '{']],
])('a file that ends in the middle is named: %s', async (text, ids) => {
  const path = join(folder, 'a.json');
  await writeFile(path, text);
  expect((await read()).ids).toEqual(ids);
  expect(warnings).toEqual([['file ends in the middle of a JSON value', { path }]]);
});

test('a line of blanks is none; one of anything else is, whatever it says', async () => {
  await writeFile(join(folder, 'a.json'), '{"Id":1}\n \t\r\n!\n');
  expect((await read()).ids).toEqual([1, '!']);
});

test('a path is taken as it is; a folder, and what is not there, are no files', async () => {
  await mkdir(join(folder, 'b.json'));
  await writeFile(join(folder, 'a.json'), '{"Id":1}');
  expect((await read(undefined, 1e6, 'a.json')).ids).toEqual([1]);
  expect((await read(undefined, 1e6, 'b.json')).ids).toEqual([]);
  expect((await read(undefined, 1e6, 'c.json')).ids).toEqual([]);
});

test('batches say where their findings are from, when they were read, and how far', async () => {
  const path = join(folder, 'a.json');
  await writeFile(path, '[{"Id":1},{"Id":2}]');
  await utimes(path, 5, 5);
  const { batches, cursor } = await read();
  expect(batches).toMatchObject([{ receivedAt: 1, origins: [{ transport: 'file', path }] }]);
  expect(batches[0]?.cursorAt?.(0)).toEqual({ [path]: ['19:5000', 1] });
  expect(cursor).toEqual({ [path]: ['19:5000', Number.MAX_SAFE_INTEGER] });
});

test('a large file comes in batches of about a megabyte; one can go on within it, and others are not read again', async () => {
  await writeFile(join(folder, 'a.json'), '{"Id":0}');
  const findings = Array.from({ length: 25 }, (_, at) => ({ Id: at + 1, Text: 'x'.repeat(100_000) }));
  await writeFile(join(folder, 'b.json'), JSON.stringify(findings));
  const { batches } = await read();
  expect(batches.map(({ bounds }) => bounds.length / 2)).toEqual([1, 11, 11, 3]);
  const rest = await read(batches[1]?.cursor);
  expect(rest.ids).toEqual(findings.slice(11).map(({ Id }) => Id));
  expect((await read(rest.cursor)).ids).toEqual([]);
});

test.each([[{}], [{ '*': ['v', 1] }], [{ '*': ['v', 'one'] }], [{ '*': 'v' }], ['none']])(
  'a cursor %j, which says nothing of a file, has it read',
  async (cursor) => {
    await writeFile(join(folder, 'a.json'), '{"Id":1}');
    expect((await read(cursor)).ids).toEqual([1]);
  },
);

test('of what is longer than any finding the beginning is kept, and what follows is read', async () => {
  const most = 16 * 1024 * 1024;
  const [fits, tooLong] = [most, most + 1].map((length) => `{"Id":"${'x'.repeat(length - 9)}"}`);
  await writeFile(join(folder, 'a.json'), `${fits}\n${tooLong}\n{"Id":1}`);
  const { batches } = await read();
  const lengths = batches.flatMap(({ bounds }) => lengthsOf(bounds));
  expect(lengths).toEqual([most, most, 8]);
});

function lengthsOf(bounds: Batch['bounds']): readonly number[] {
  return Array.from({ length: bounds.length / 2 }, (_, at) => (bounds[2 * at + 1] ?? 0) - (bounds[2 * at] ?? 0));
}
