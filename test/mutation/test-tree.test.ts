import type * as vitest from 'vitest';
import { expect, test } from 'vitest';
import { type Begun, endAll, Late, runTest } from './run-test.ts';
import { createTestTree } from './test-tree.ts';

type Api = Pick<typeof vitest, 'afterAll' | 'afterEach' | 'beforeAll' | 'beforeEach' | 'describe' | 'test'>;

function collected(register: (api: Api) => void): ReturnType<ReturnType<typeof createTestTree>['collect']> {
  const tree = createTestTree();
  return tree.collect(() => register(tree.api as Api));
}

test('tests are collected by the names of what they stand in, without those that are skipped', () => {
  const tests = collected((api) => {
    api.test('plain', () => undefined);
    api.test('plain', { timeout: 1 }, () => undefined);
    api.test.skip('skipped', () => undefined);
    api.test.skipIf(true).each([1])('skipped %s', () => undefined);
    api.test.runIf(true)('run', () => undefined);
    api.describe.each(['a', 'b'])('in %s', () => {
      api.test.each([
        [1, 'x'],
        [2, 'y'],
      ])('%i is %j', () => undefined);
    });
    api.test.each([{ name: 'n' }])('$name of $other', () => undefined);
  });
  expect(tests.map(({ name }) => name)).toEqual([
    'plain',
    'plain #2',
    'run',
    'in a > 1 is "x"',
    'in a > 2 is "y"',
    'in b > 1 is "x"',
    'in b > 2 is "y"',
    'n of $other',
  ]);
});

test('what stands around a test runs around it, once or each time', async () => {
  const notes: string[] = [];
  const note = (text: string) => (): void => void notes.push(text);
  const tests = collected((api) => {
    api.beforeAll(note('all'));
    api.beforeEach(() => (notes.push('each'), note('after own')));
    api.afterAll(note('end'));
    api.describe('inner', () => {
      api.beforeEach(note('inner each'));
      api.afterEach(note('inner after'));
      api.test.each(['one', 'two'])('%s', (name) => void notes.push(name));
    });
  });
  const begun: Begun = new Set();
  for (const each of tests) await runTest(each, begun, 1000);
  await endAll(begun);
  const around = (name: string): readonly string[] => ['each', 'inner each', name, 'inner after', 'after own'];
  expect(notes).toEqual(['all', ...around('one'), ...around('two'), 'end']);
});

test('a test fails with what it throws, after all that stands around it', async () => {
  const notes: string[] = [];
  const [failing, endless] = collected((api) => {
    api.afterEach(() => void notes.push('after'));
    api.test('fails', () => Promise.reject(new Error('broken')));
    api.test('hangs', () => new Promise(() => undefined));
  });
  await expect(runTest(failing!, new Set(), 1000)).rejects.toThrow('broken');
  await expect(runTest(endless!, new Set(), 5)).rejects.toThrow(Late);
  expect(notes).toEqual(['after', 'after']);
});
