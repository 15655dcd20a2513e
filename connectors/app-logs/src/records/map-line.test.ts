import { expect, test } from 'vitest';
import { contextOf } from '../streams/files/conformance.fixture.ts';
import { mapLine } from './map-line.ts';

test.each(['', ' ', '\t', ' \u00a0', '\u00a0', '\r', '\ufeff'])('a line of %j is blank, and skipped', (line) => {
  expect(mapLine(line, contextOf())).toMatchObject({ skip: 'blank_line' });
});

test.each([
  ['ä', 8, 4, 5],
  ['a', 8, 8, 9],
  ['€', 9, 3, 4],
])('the length of a line of %s is counted in bytes', (character, max, fits, exceeds) => {
  const context = contextOf({ max_line: '1KiB' });
  const limited = { ...context, config: { ...context.config, maxLineBytes: max } };
  expect(mapLine(character.repeat(fits), limited)).toMatchObject({ class_uid: 0 });
  expect(mapLine(character.repeat(exceeds), limited)).toMatchObject({ reject: 'line_too_long' });
});

test.each([
  ['json', 'x', 'malformed_json'],
  ['json', '[1]', 'not_an_object'],
  ['common', 'x', 'malformed_access_log'],
  ['combined', '{}', 'malformed_access_log'],
])('where lines are to be %s, %s is refused as %s', (format, line, code) => {
  expect(mapLine(line, contextOf({ format }))).toMatchObject({ reject: code });
});

test('where lines are to be text, an object is one', () => {
  expect(mapLine('{"msg":"a"}', contextOf({ format: 'text' }))).toMatchObject({ message: '{"msg":"a"}' });
});
