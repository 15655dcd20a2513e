import { expect, test } from 'vitest';
import { readQuotedFields } from './quoted-fields.ts';

test.each([
  ['[a:"1"; b::"two words"]', { a: '1', b: 'two words' }],
  [String.raw`[a:"\"1\\"]`, { a: String.raw`"1\ `.trim() }],
  ['[a:"1"]', { a: '1' }],
  ['(a:"1")', undefined],
  ['[]', undefined],
  ['[:"1"]', undefined],
])('%s says %j', (text, fields) => {
  expect(readQuotedFields(text)).toEqual(fields);
});

test('reads the first 512 fields', () => {
  const text = `[${Array.from({ length: 514 }, (_, index) => `f${index}:"${index}"`).join('; ')}]`;
  const names = Object.keys(readQuotedFields(text) ?? {});
  expect(names.length).toBe(512);
  expect(names.at(-1)).toBe('f511');
});
