import { expect, test } from 'vitest';
import { compiled, type Namespace } from './compiled.ts';

const others: Readonly<Record<string, Namespace>> = { './one.ts': { default: 'd', a: 1, b: 2 }, two: { c: 3 } };

function run(source: string): Namespace {
  const exports: Namespace = {};
  const load = (specifier: string): Namespace => others[specifier] ?? {};
  compiled(source, 'x.ts').run({ exports, load, meta: { dirname: '/there' } });
  return exports;
}

test('a module hands out what it declares, and what it passes on', () => {
  const source = `
    import type { T } from './types.ts';
    import d, { a as one, type U } from './one.ts';
    import * as two from 'two';
    export const sum: number = one + two.c, [unused] = [0];
    export function late(): string { return kind; }
    export class Kind { readonly says = d; }
    const kind = 'kind';
    export { kind, one as first };
    export { one as exported, d as third };
    export { b as second } from './one.ts';
    export * as all from 'two';
    export * from 'two';
    export default { where: import.meta.dirname };`;
  const module = run(source);
  expect(module).toMatchObject({
    sum: 4,
    kind: 'kind',
    first: 1,
    exported: 1,
    third: 'd',
    second: 2,
    all: { c: 3 },
    c: 3,
    default: { where: '/there' },
  });
  expect([module['late'], module['Kind']]).toEqual([expect.any(Function), expect.any(Function)]);
  expect(compiled(source, 'x.ts').imports).toEqual(['./one.ts', 'two']);
});

test('each run of a module has a state of its own', () => {
  const source = 'let count = 0; export const next = (): number => ++count;';
  const [one, other] = [run(source), run(source)] as { next: () => number }[];
  expect([one?.next(), one?.next(), other?.next()]).toEqual([1, 2, 1]);
});

test('what is imported later is imported when it is asked for', async () => {
  const source = `export async function later(): Promise<unknown> { return (await import('two')).c; }`;
  expect(compiled(source, 'x.ts').imports).toEqual(['two']);
  const { later } = run(source) as { later: () => Promise<unknown> };
  expect(await later()).toBe(3);
});

test('a default function keeps its name, and functions can be used before the module has ended', () => {
  const seen: unknown[] = [];
  const exports: Namespace = {};
  const load = (): Namespace => {
    seen.push(exports['default'], exports['early']);
    return {};
  };
  const source = `import 'ring'; export default function own() { return own.name; } export async function early() {}`;
  compiled(source, 'x.ts').run({ exports, load, meta: {} });
  expect(seen).toEqual([expect.any(Function), expect.any(Function)]);
  expect((exports['default'] as () => string)()).toBe('own');
});

test('a source that cannot be parsed is no module', () => {
  expect(() => compiled('const = 1;', 'x.ts')).toThrow();
});
