import { expect, test } from 'vitest';
import { unescapeField } from './unescape.ts';

test.each([
  ['plain', 'plain'],
  ['a \\"quote\\"', 'a "quote"'],
  ['back\\\\slash', 'back\\slash'],
  ['\\xC3\\xBC', 'ü'],
  ['\\x22', '"'],
  ['\\x5C', '\\'],
  ['\\\\x41', '\\x41'],
  ['\\xFF\\xFE', '\\xFF\\xFE'],
  ['\\x1b[31m', '\\x1b[31m'],
  ['\\x00', '\\x00'],
  ['\\n', '\\n'],
  ['\\', '\\'],
])('%s reads %s', (text, expected) => {
  expect(unescapeField(text)).toBe(expected);
});
