import { expect, test } from 'vitest';
import { functionAround, functionsOf, noting } from './reached.ts';
import type { KnownTest } from './test-session.ts';
import { wavesOf } from './waves.ts';

const source = `const seven = 7;
function outer(a = 1) {
  return [a].map((b) => ({ b }));
}`;

test('a place belongs to the innermost function around it', () => {
  const functions = functionsOf(source, 'a.ts');
  const around = (text: string): string | undefined =>
    functionAround(functions, source.indexOf(text), source.indexOf(text) + text.length);
  expect(functions.map(({ id }) => id)).toEqual(['a.ts:17', 'a.ts:58']);
  expect(around('7')).toBeUndefined();
  expect(around('1')).toBe('a.ts:17');
  expect(around('{ b }')).toBe('a.ts:58');
});

test('functions note that they ran, and do what they did', async () => {
  const reached = new Set<string>();
  Object.assign(globalThis, { sluiceReached: reached });
  const text = `${noting(source, functionsOf(source, 'a.ts'))}\nexport default outer(2);`;
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  Reflect.deleteProperty(globalThis, 'sluiceReached');
  expect(module).toMatchObject({ default: [{ b: 2 }] });
  expect([...reached]).toEqual(['a.ts:17', 'a.ts:58']);
});

test('the quickest tests that reach a function come first, and none that do not reach it', () => {
  const known = (name: string, ms: number, ...reached: string[]): KnownTest => ({
    file: 'a.test.ts',
    name,
    ms,
    reached: new Set(reached),
  });
  const tests = [known('slow', 9000, 'a.ts:1'), known('quick', 5, 'a.ts:1'), known('other', 1, 'b.ts:1')];
  const waves = (file: string, functionId: string | undefined, loaded: readonly string[] = []): unknown =>
    wavesOf({ tests, loaded: new Set(loaded), failures: [] })({ file, functionId }).map((wave) =>
      wave.map(({ name }) => name),
    );
  expect(waves('a.ts', 'a.ts:1')).toEqual([['quick'], ['slow']]);
  expect(waves('a.ts', 'a.ts:2')).toEqual([]);
  expect(waves('c.ts', 'c.ts:1')).toEqual([['other', 'quick'], ['slow']]);
  expect(waves('a.ts', undefined)).toEqual([['quick'], ['slow'], ['other']]);
  expect(waves('b.ts', 'b.ts:9', ['b.ts:9'])).toEqual([['other'], ['quick'], ['slow']]);
  tests.push(known('in a process of its own', 2));
  expect(waves('a.ts', 'a.ts:1')).toEqual([['quick'], ['slow'], ['in a process of its own']]);
});
