import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

test.each([
  ['9007199254740991', 9_007_199_254_740_991],
  ['-9007199254740991', -9_007_199_254_740_991],
  ['9007199254740992', '9007199254740992'],
  ['-9007199254740993', '-9007199254740993'],
  ['1719309930613520072', '1719309930613520072'],
  ['18446744073709551616', '18446744073709551616'],
  ['12345678901234567.5', Number('12345678901234567.5')],
  ['12345678901234567e3', Number('12345678901234567e3')],
  ['0.12345678901234567', Number('0.12345678901234567')],
  ['1234567890123456', 1_234_567_890_123_456],
])('the number %s is %s wherever it stands', (written, value) => {
  expect(parseJson(written)).toBe(value);
  expect(parseJson(`{"a":${written}}`)).toEqual({ a: value });
  expect(parseJson(`{"a": ${written} ,"b":[${written},\t${written}\n]}`)).toEqual({ a: value, b: [value, value] });
});

test('what is within a string stays as it is', () => {
  const texts = ['x:9007199254740993', '"', '\\', '\\"', '\\\\"', ', 9007199254740993"', '\u2028,9007199254740993', ''];
  for (const text of texts) {
    expect(parseJson(JSON.stringify({ [text]: text, n: 1 }))).toEqual({ [text]: text, n: 1 });
    const mixed = `{${JSON.stringify(text)}:9007199254740993,"last":${JSON.stringify(text)}}`;
    expect(parseJson(mixed)).toEqual({ [text]: '9007199254740993', last: text });
  }
});

test('no length of a string makes a number lose its digits', () => {
  for (const text of ['x'.repeat(4_000_000), '\\n'.repeat(2_000_000), '\\\\\\"'.repeat(1_000_000)])
    expect(parseJson(`{"a":"${text}","n":9007199254740993}`)).toHaveProperty('n', '9007199254740993');
});

test.each([
  '',
  '{',
  '{"a":9007199254740993',
  '{"a":9007199254740993,}',
  '{"a":"x\\":9007199254740993}',
  '[-]',
  '{"a":09007199254740993}',
])('%s is not JSON, and is told as JSON.parse tells it', (text) => {
  expect(errorOf(() => parseJson(text))).toEqual(errorOf(() => JSON.parse(text)));
});

test('all else is what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text, textOfLong));
    }),
  );
});

test('numbers of any length are read back digit by digit', () => {
  const number = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), number), { minLength: 1 }), (pairs) => {
      const text = `[${pairs.map(([word, value]) => `${JSON.stringify(word)},{"n":${value}}`).join()}]`;
      const found = parseJson(text) as readonly (string | { readonly n: number | string })[];
      expect(found.map((item) => (typeof item === 'string' ? item : BigInt(item.n)))).toEqual(pairs.flat());
    }),
  );
});

/** Since ES2026 a reviver is told how a value was written. */
function textOfLong(_key: string, value: unknown, written?: { readonly source: string }): unknown {
  const isLong = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isLong && /^-?\d+$/.test(written?.source ?? '') ? written?.source : value;
}

function errorOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof SyntaxError ? error.message : error;
  }
}
