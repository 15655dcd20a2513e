import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecordSplitter } from './record-splitter.ts';

/** The records of a text that comes in pieces of that many bytes. */
function split(text: string | Uint8Array, pieceBytes = 7, maxRecordBytes = 1000): string[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const records: string[] = [];
  const splitter = createRecordSplitter(
    {
      record: (chunk, start, end) => void records.push(Buffer.from(chunk.subarray(start, end)).toString()),
      tooLong: (head) => void records.push(`too long: ${Buffer.from(head).toString()}`),
      unfinished: (rest) => void records.push(`unfinished: ${Buffer.from(rest).toString()}`),
    },
    { maxRecordBytes, lists: ['Records', 'Findings'] },
  );
  for (let at = 0; at < bytes.length; at += pieceBytes) splitter.push(bytes.subarray(at, at + pieceBytes));
  splitter.end();
  return records;
}

test('lines are records, blank ones are none', () => {
  expect(split('{"a":1}\r\n\n  \nnot json\n{"b":2}')).toEqual(['{"a":1}', 'not json', '{"b":2}']);
});

test('the elements of an array are records', () => {
  expect(split(' [ {"a":[1,"],"]} , 2,\n"x\\"," ,[3] ]')).toEqual(['{"a":[1,"],"]}', '2', '"x\\","', '[3]']);
  expect(split('[]')).toEqual([]);
});

test('the elements of Records are records', () => {
  expect(split('{\n "Records" : [{"a":1},{"b":2}], "more": [1] }')).toEqual(['{"a":1}', '{"b":2}']);
});

test('a value over several lines is one record', () => {
  expect(split('{\n  "a": "}",\n  "b": {}\n}\n{\n"c": 1}')).toEqual(['{\n  "a": "}",\n  "b": {}\n}', '{\n"c": 1}']);
});

test('a byte order mark is no part of the first record', () => {
  expect(split('\ufeff{"a":1}\n')).toEqual(['{"a":1}']);
});

test('nothing holds no records', () => {
  expect(split('')).toEqual([]);
});

test('a record that is too long is given by its beginning, and costs only itself', () => {
  const long = 'x'.repeat(500);
  expect(split(`a\n${long}\nb`, 7, 10)).toEqual(['a', `too long: ${'x'.repeat(10)}`, 'b']);
  expect(split(`["a","${long}","b"]`, 7, 10)).toEqual(['"a"', `too long: "${'x'.repeat(9)}`, '"b"']);
  expect(split(`a\n${long}`, 1000, 10)).toEqual(['a', `too long: ${'x'.repeat(10)}`]);
});

test.each([
  ['[{"a":1},{"b"', ['{"a":1}', 'unfinished: {"b"']],
  ['[{"a":1},', ['{"a":1}', 'unfinished: ']],
  ['{"Findings":[{"a":1}]', ['{"a":1}', 'unfinished: ']],
  ['{\n"a":[1', ['unfinished: {\n"a":[1']],
])('what is left of %j is told', (text, records) => {
  expect(split(text)).toEqual(records);
  expect(split(text, 1)).toEqual(records);
});

test('what is left over is no longer than a record', () => {
  expect(split(`["${'x'.repeat(500)}`, 7, 10)).toEqual([`unfinished: "${'x'.repeat(9)}`]);
});

test.each([
  ['its first member', '{"Findings":[{"a":1},{"b":2}],"NextToken":"]"}'],
  ['behind others', '{"NextToken":"[1]", "x": {"Findings": [3]}, "n": [4], "Findings":\n[{"a":1},{"b":2}]}'],
  ['one of several', '{"Records":[{"a":1}],"Findings":[{"b":2}]}'],
  ['in each of several pages', '{"Findings":[{"a":1}],"NextToken":"x"}\n{"Findings":[{"b":2}]}'],
  ['in lists one after the other', '[{"a":1}]\n\n[{"b":2}]'],
])('the elements of a list are records: %s', (_, text) => {
  expect(split(text)).toEqual(['{"a":1}', '{"b":2}']);
  expect(split(text, 1)).toEqual(['{"a":1}', '{"b":2}']);
});

test('a member of that name which is no list, or of another object, makes no list', () => {
  const text = '{"Findings":"[1]","x":{"Records":[2]},"y":"Records"}';
  expect(split(text)).toEqual([text]);
});

test('values one after the other in one line are records', () => {
  expect(split('{"a":1}{"b":"}{"} {"c":3}\n{"d":4}')).toEqual(['{"a":1}', '{"b":"}{"}', '{"c":3}', '{"d":4}']);
});

test('between JSON values a line of anything is a record', () => {
  expect(split('{"a":1}{"b":2}\nnot json {\r\n{"c":3}')).toEqual(['{"a":1}', '{"b":2}', 'not json {', '{"c":3}']);
});

test('an object over several lines need not begin with a line of its own', () => {
  expect(split('{ "a": 1,\n  "b": 2 }\n{ "c": [\n3] }')).toEqual(['{ "a": 1,\n  "b": 2 }', '{ "c": [\n3] }']);
});

test('a first line that is cut costs only itself', () => {
  expect(split('{"a":{"b"\n{"c":3}')).toEqual(['{"a":{"b"', '{"c":3}']);
});

test('text that begins with a bracket is lines', () => {
  expect(split('[12:00] a {\n[12:01] b')).toEqual(['[12:00] a {', '[12:01] b']);
});

test('lines keep the blanks that they begin and end with', () => {
  expect(split('error\n  at here \r\n')).toEqual(['error', '  at here ']);
});

test('a first line longer than what is looked at is a line', () => {
  const long = JSON.stringify({ a: 'x'.repeat(300_000) });
  expect(split(`${long}\n{"b":2}`, 1000, 1e6)).toEqual([long, '{"b":2}']);
});

const json = fc.jsonValue({ maxDepth: 3 });

test('whatever the pieces, the records are those that were written', () => {
  fc.assert(
    fc.property(fc.array(json, { maxLength: 20 }), fc.integer({ min: 1, max: 300 }), (values, pieceBytes) => {
      const texts = values.map((value) => JSON.stringify(value));
      expect(split(`[${texts.join(', ')}]`, pieceBytes, 1e6)).toEqual(texts);
      const objects = values.map((value) => JSON.stringify({ value }));
      expect(split(objects.join('\n'), pieceBytes, 1e6)).toEqual(objects);
    }),
    { numRuns: 200 },
  );
});

test('never throws, and never gives more than it was given, whatever the pieces', () => {
  const begin = fc.constantFrom('', '[', '{"Records":[', '{\n', '{"a":1}{');
  const anything = fc.array(fc.constantFrom(...'[]{},:" \n\\a1'.split(''), '"Records"', '"x":', '{"a":1}'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(begin, anything, fc.integer({ min: 1, max: 9 }), (first, rest, pieceBytes) => {
      const whole = first + rest.join('');
      const records = split(whole, pieceBytes, 50);
      expect(records).toEqual(split(whole, 1000, 50));
      expect(records.length).toBeLessThanOrEqual(whole.length + 1);
    }),
    { numRuns: 500 },
  );
});
