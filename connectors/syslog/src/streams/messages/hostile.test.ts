import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapRecord } from './map.fixture.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

const lines: readonly string[] = readdirSync(fixtures)
  .filter((name) => name.endsWith('.log'))
  .flatMap((name) => readFileSync(join(fixtures, name), 'utf8').split('\n'))
  .filter((line) => line !== '');

function expectGood(record: string): void {
  const { event, problems } = mapRecord(record);
  expect({ record, problems }).toEqual({ record, problems: [] });
  expect(event['raw_data']).toBe(record);
}

test('makes a valid event of every message that is cut off at any place', () => {
  for (const line of lines) {
    // Every seventeenth place of each message: together they visit every kind of place, in seconds.
    for (let end = line.length % 17; end < line.length; end += 17) expectGood(line.slice(0, end));
  }
}, 60_000);

test('makes a valid event of messages whose words were exchanged for others', () => {
  const word = fc.oneof(
    fc.constantFrom('', '-', '=', ',', '"', '|', '\\', '(', ')', '[', ']', ':', '/', '__proto__', 'constructor', '\0'),
    fc.constantFrom('99999999999999999999', '-1', '65536', '0x', '1e999', '::', '999.1.1.1', 'fe80::1%eth0', '00:00'),
    fc.string({ maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const exchanged = fc
    .tuple(fc.constantFrom(...lines), fc.array(fc.tuple(fc.nat(400), word), { minLength: 1, maxLength: 4 }))
    .map(([line, changes]) => {
      const parts = line.split(/(?<=[ ,|=":/()[\]])/);
      for (const [index, text] of changes) parts[index % parts.length] = text;
      return parts.join('').replaceAll(/[\u{d800}-\u{dfff}]/gu, '?');
    });
  fc.assert(
    fc.property(exchanged, (record) => {
      if (record !== '' && record.length < 60_000) expectGood(record);
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test('makes a valid event of fields that are as long as a message can be', () => {
  for (const line of lines) {
    const at = Math.floor(line.length / 2);
    expectGood(`${line.slice(0, at)}${'x'.repeat(65_000 - line.length)}${line.slice(at)}`);
  }
}, 60_000);

test('makes a valid event of a few characters that are repeated up to the longest message, anywhere', () => {
  const token = fc.constantFrom(
    'a',
    ' ',
    'a ',
    '(',
    "'",
    '[',
    ': ',
    '=',
    '-',
    '|',
    '\\',
    '"',
    '1.',
    '1:',
    '/',
    ', ',
    ' from ',
    ' for ',
    ' by ',
    'a=b ',
    ' op=',
    'op=a ',
    '#011',
    'a=b|',
    'client 1#1: ',
    ' user=<',
  );
  // Backtracking without a bound would take hours for one of these, and is told by the time limit of the test.
  fc.assert(
    fc.property(fc.constantFrom(...lines), token, fc.nat(400), (line, text, index) => {
      const parts = line.split(/(?<=[ ,|=":/()[\]'])/);
      parts.splice(index % (parts.length + 1), 0, text.repeat(Math.floor((65_000 - line.length) / text.length)));
      expectGood(parts.join(''));
    }),
    { numRuns: 300 },
  );
}, 60_000);
