import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connector } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { doors } from '../contract/doors.fixture.ts';
import { checkColumnsLock, writeColumnsLock } from './columns-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function emitting(...columns: readonly string[]): Connector {
  return doors().with({ emits: [{ class: 'base_event', profiles: [], columns }] });
}

test('a lock that was written holds its columns, by stream and class', () => {
  expect(writeColumnsLock(emitting('message', 'status'), folder)).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'columns.lock.json'), 'utf8'))).toEqual({
    doors: { base_event: ['message', 'status'] },
  });
  expect(checkColumnsLock(emitting('message', 'status'), folder)).toEqual([]);
});

test('one that is not there has to be written', () => {
  expect(checkColumnsLock(emitting('message'), folder)).toEqual([
    'columns.lock.json is missing: write it with "sluice connector docs" or "npm test -- --update"',
  ]);
});

test('columns that are new at the end have to be appended, and are', () => {
  writeColumnsLock(emitting('message'), folder);
  expect(checkColumnsLock(emitting('message', 'status'), folder)).toEqual([
    'columns.lock.json lacks new columns: write it with "sluice connector docs" or "npm test -- --update"',
  ]);
  expect(writeColumnsLock(emitting('message', 'status'), folder)).toEqual([]);
  expect(checkColumnsLock(emitting('message', 'status'), folder)).toEqual([]);
});

test.each([
  ['taken out', ['message'], 'doors base_event: column 2 is locked as "status" and is missing now'],
  ['moved', ['status', 'message'], 'doors base_event: column 1 is locked as "message" and is "status" now'],
  [
    'put in between',
    ['message', 'count', 'status'],
    'doors base_event: column 2 is locked as "status" and is "count" now',
  ],
])('a lock stays as it is where a column was %s', (_case, columns, problem) => {
  writeColumnsLock(emitting('message', 'status'), folder);
  const locked = readFileSync(join(folder, 'columns.lock.json'), 'utf8');
  const expected = [
    expect.stringMatching(new RegExp(`^${problem}: put it back in its place; where nothing is in a lake`)),
  ];
  expect(checkColumnsLock(emitting(...columns), folder)).toEqual(expected);
  expect(writeColumnsLock(emitting(...columns), folder)).toEqual(expected);
  expect(readFileSync(join(folder, 'columns.lock.json'), 'utf8')).toBe(locked);
});
