import { expect, test } from 'vitest';
import { readJson } from './json.ts';

test.each([
  ['{"a":[1,"b"]}', { a: [1, 'b'] }],
  [' [true]', [true]],
  ['{"id":1719309930613520072}', { id: '1719309930613520072' }],
  ['{"id":', undefined],
  ['"text"', undefined],
  ['', undefined],
])('%s', (text, value) => {
  expect(readJson(text)).toEqual(value);
});
