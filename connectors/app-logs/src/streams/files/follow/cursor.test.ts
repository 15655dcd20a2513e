import { expect, test } from 'vitest';
import { cursorOf, movedCursor, positionsOf, type FilePosition } from './cursor.ts';

const position: FilePosition = { path: '/v/a.log', offset: 5, head: 'abc', headBytes: 5 };

test('a cursor holds the files of which something was read, and those that were left', () => {
  const done = { ...position, offset: 0, packed: 7 };
  const followed: [string, FilePosition][] = [
    ['1:1', position],
    ['1:2', { ...position, offset: 0 }],
    ['1:3', done],
    ['1:5', { ...position, offset: 1 }],
  ];
  const cursor = cursorOf(followed, [['1:4', position]]);
  expect(cursor).toEqual({
    version: 1,
    files: { '1:1': position, '1:3': done, '1:5': { ...position, offset: 1 } },
    left: { '1:4': position },
  });
  expect([...positionsOf(cursor)]).toEqual([
    ['1:1', position],
    ['1:3', done],
    ['1:5', { ...position, offset: 1 }],
  ]);
  expect([...positionsOf(cursor, 'left')]).toEqual([['1:4', position]]);
  const moved = movedCursor(cursor, '1:1', { ...position, offset: 9 });
  expect(moved).toEqual({ ...cursor, files: { ...cursor.files, '1:1': { ...position, offset: 9 } } });
});

test.each([
  [
    { ...position, tail: 'def', packed: 3 },
    { ...position, tail: 'def', packed: 3 },
  ],
  [{ ...position, tail: 5, packed: -1 }, position],
  [{ ...position, more: true }, position],
  [{ ...position, path: 5 }, undefined],
  [{ ...position, head: null }, undefined],
  [{ ...position, offset: -1 }, undefined],
  [{ ...position, offset: 0.5 }, undefined],
  [{ ...position, offset: '5' }, undefined],
  [{ ...position, headBytes: null }, undefined],
  [
    { ...position, offset: 0 },
    { ...position, offset: 0 },
  ],
  [[], undefined],
  [null, undefined],
  ['a', undefined],
])('an entry of a cursor that is none is left out: %j', (entry, expected) => {
  expect(positionsOf({ version: 1, files: { '1:1': entry } }).get('1:1')).toEqual(expected);
});

test.each([undefined, null, 5, 'a', [], {}, { files: null }, { files: [] }])('%j is a cursor of nothing', (cursor) => {
  expect(positionsOf(cursor).size).toBe(0);
});
