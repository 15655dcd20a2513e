import { expect, test } from 'vitest';
import { fromCursor, movedTo, startingAt, toCursor, versionKey } from './cursor.ts';

const at = (minutes: number): number => Date.UTC(2026, 0, 15, 10, minutes);
const text = (minutes: number): string => new Date(at(minutes)).toISOString();

test('a position survives as a cursor', () => {
  const position = { updated: text(5), seen: new Map([['a', at(5)]]) };
  expect(toCursor(position)).toEqual({ updated: text(5), seen: { a: at(5) } });
  expect(fromCursor(JSON.parse(JSON.stringify(toCursor(position))))).toEqual(position);
  expect(startingAt(at(0))).toEqual({ updated: text(0), seen: new Map() });
});

test.each([
  [undefined],
  ['x'],
  [null],
  [{ seen: {} }],
  [{ updated: 7, seen: {} }],
  [{ updated: 'soon', seen: {} }],
  [{ updated: text(0), seen: null }],
  [{ updated: text(0), seen: 'x' }],
])('%j is no position', (cursor) => {
  expect(fromCursor(cursor)).toBeUndefined();
});

test('of what was seen only times count', () => {
  expect(fromCursor({ updated: text(0), seen: { a: at(0), b: 'x' } })?.seen).toEqual(new Map([['a', at(0)]]));
});

test('a position moves forward only, and forgets what was seen twice the overlap ago', () => {
  const minute = 60_000;
  const position = {
    updated: text(10),
    seen: new Map([
      ['old', at(5)],
      ['a', at(6)],
      ['b', at(10)],
    ]),
  };
  const read = new Map([['c', at(9)]]);
  expect(movedTo(position, text(10), read, 2 * minute)).toEqual({
    updated: text(10),
    seen: new Map([
      ['a', at(6)],
      ['b', at(10)],
      ['c', at(9)],
    ]),
  });
  expect(movedTo(position, text(9), read, 2 * minute).updated).toBe(text(10));
  expect(movedTo(position, text(11), read, 2 * minute)).toEqual({
    updated: text(11),
    seen: new Map([
      ['b', at(10)],
      ['c', at(9)],
    ]),
  });
});

test('a position stays as it is written where the other is of the same time', () => {
  const [one, other] = ['2026-01-15T10:10:00Z', '2026-01-15T11:10:00+01:00'];
  const position = { updated: one, seen: new Map<string, number>() };
  expect(movedTo(position, other, new Map(), 60_000).updated).toBe(one);
});

test('a version is known by its alert and the time of its change', () => {
  const keys = [versionKey('a', '1'), versionKey('a', '2'), versionKey('a\n1', ''), versionKey('b', '1')];
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key).toMatch(/^[\w-]{16}$/);
  expect(versionKey('a', '1')).toBe(keys[0]);
});
