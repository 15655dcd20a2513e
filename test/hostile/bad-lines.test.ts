import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadLettersIn, objects, query, type DeadLetterLine } from '../harness/lake.ts';
import { peakResidentMiB } from '../harness/memory.ts';
import { makeWorkplace, startSluice, type Workplace } from '../harness/sluice.ts';
import { serviceLog } from '../input/service-log.ts';

const goodLines = 3000;
const receivedDay = (): string => new Date().toISOString().slice(0, 10).replaceAll('-', '');

let place: Workplace;

beforeEach(async () => {
  place = await makeWorkplace('bad-lines');
});

afterEach(() => place.remove());

/** A log of good lines with bad ones between, run through the pipeline. */
async function runWith(bad: readonly (string | Uint8Array)[]): Promise<readonly DeadLetterLine[]> {
  const good = [...serviceLog({ lines: goodLines, seed: 9, start: Date.now() - 3_600_000, spanMs: 3_000_000 })];
  const lines = good.flatMap((line, index) => [line, ...(bad[index] === undefined ? [] : [bad[index]])]);
  const log = join(place.folder, 'service.log');
  await writeFile(log, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));
  const config = await place.configure({
    service: {
      connector: 'app-logs',
      account: '111122223333',
      config: { paths: [log], follow: false, format: 'json' },
    },
  });
  let peak = 0;
  const sluice = await startSluice(config, () => Promise.resolve(true));
  const timer = setInterval(() => {
    void peakResidentMiB(sluice.pid).then((mib) => (peak = Math.max(peak, mib ?? 0)));
  }, 20);
  const { code } = await sluice.exited;
  clearInterval(timer);
  expect(code, sluice.output()).toBe(0);
  expect(peak).toBeLessThan(450);
  return deadLettersIn(place.deadLetters);
}

/** Rows that are none of the good lines. */
async function otherRows(columns: string): Promise<unknown> {
  const from = objects(place.lake);
  expect(
    await query(`SELECT count(DISTINCT unmapped['n'])::INT AS good FROM ${from} WHERE unmapped['n'] IS NOT NULL`),
  ).toEqual([{ good: goodLines }]);
  return query(`SELECT ${columns} FROM ${from} WHERE unmapped['n'] IS NULL ORDER BY ALL`);
}

test('lines that are no JSON are kept whole with their reason; the others are stored', async () => {
  const bad = [
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7) % 256).filter((byte) => byte !== 10),
    Buffer.from('{"message":"caf\xe9"}', 'latin1'),
    '{"time":"2026-11-20T10:00:00Z","msg":"cut off in the mid',
    'Segmentation fault (core dumped)',
    '[1,2,3]',
    '"text"',
    'null',
  ];
  const letters = await runWith(bad);
  const kept = letters.map(({ record }) => Buffer.from(record).toString('base64'));
  const stored = await otherRows(`message`);
  // The Latin-1 line is JSON all the same once its bytes are read as what they are.
  expect(stored).toEqual([{ message: 'café' }]);
  expect(kept.toSorted(byText)).toEqual(
    bad
      .filter((_, index) => index !== 1)
      .map((line) => Buffer.from(line).toString('base64'))
      .toSorted(byText),
  );
  for (const { reason, detail } of letters) {
    expect(reason).toMatch(/^[a-z_]+$/);
    expect(detail.length).toBeGreaterThan(5);
    expect(detail.length).toBeLessThan(500);
  }
});

test('lines of 10 MB, deep nesting and thousands of fields are bounded; the others are stored', async () => {
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, index]));
  const letters = await runWith([
    `{"msg":"${'x'.repeat(10_000_000)}"}`,
    `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    `{"a":${'{"b":'.repeat(5000)}1${'}'.repeat(5000)}}`,
    JSON.stringify({ msg: 'many fields', ...many }),
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"msg":"prototype"}',
  ]);
  expect(letters.map(({ reason }) => reason).toSorted(byText)).toEqual([
    'line_too_long',
    'nested_too_deep',
    'nested_too_deep',
  ]);
  const tooLong = letters.find(({ reason }) => reason === 'line_too_long');
  expect(tooLong?.record.length).toBeLessThanOrEqual(1024 * 1024 + 1);
  expect(await otherRows(`message, unmapped['__proto__.polluted'] AS proto, unmapped['field19999'] AS field`)).toEqual([
    { message: 'many fields', proto: null, field: '19999' },
    { message: 'prototype', proto: 'true', field: null },
  ]);
});

test('impossible, future and old times go to a day that can be believed', async () => {
  const yearMs = 365 * 86_400_000;
  const old = new Date(Date.now() - yearMs);
  const letters = await runWith([
    '{"time":"2026-02-31T25:61:00Z","msg":"impossible"}',
    JSON.stringify({ time: new Date(Date.now() + yearMs).toISOString(), msg: 'in a year' }),
    JSON.stringify({ time: old.toISOString(), msg: 'a year ago' }),
    '{"time":1e300,"msg":"beyond all numbers"}',
    '{"time":"now","msg":"a word"}',
    '{"msg":"no time"}',
  ]);
  expect(letters).toEqual([]);
  const today = receivedDay();
  expect(await otherRows(`message, eventDay, unmapped['sluice.time_source'] AS time_source`)).toEqual([
    { message: 'a word', eventDay: today, time_source: 'received' },
    { message: 'a year ago', eventDay: old.toISOString().slice(0, 10).replaceAll('-', ''), time_source: null },
    { message: 'beyond all numbers', eventDay: today, time_source: 'received' },
    { message: 'impossible', eventDay: today, time_source: 'received' },
    { message: 'in a year', eventDay: today, time_source: 'received' },
    { message: 'no time', eventDay: today, time_source: 'received' },
  ]);
});

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
