import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnySplitter } from './any-splitter.ts';
import { ObjectProblem } from './problem.ts';

/** The records of a text that comes in pieces of that many bytes. */
function split(text: string | Uint8Array, pieceBytes = 7, maxRecordBytes = 1000): string[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const records: string[] = [];
  const splitter = new AnySplitter(
    {
      record: (chunk, start, end) => void records.push(Buffer.from(chunk.subarray(start, end)).toString()),
      tooLong: (head) => void records.push(`too long: ${Buffer.from(head).toString()}`),
    },
    maxRecordBytes,
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

test('an array that does not end is corrupt', () => {
  expect(() => split('[{"a":1},{"b"')).toThrow(ObjectProblem);
  expect(() => split('[{"a":1},')).toThrow(ObjectProblem);
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

test('never throws anything but a problem of the object, and never gives more than it was given', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('', '[', '{"Records":[', '{\n'), (bytes, begin) => {
      const whole = Buffer.concat([Buffer.from(begin), bytes]);
      try {
        expect(split(whole, 5, 50).length).toBeLessThanOrEqual(whole.length);
      } catch (error) {
        expect(error).toBeInstanceOf(ObjectProblem);
      }
    }),
    { numRuns: 300 },
  );
});
