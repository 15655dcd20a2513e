/** Vitest's `test` and what goes with it, for tests that run in this process: they are only collected here. */
import { format } from 'node:util';

type Body = (...args: unknown[]) => unknown;

/** A group of tests: a file, or a `describe` in it. */
export interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly beforeAll: Body[];
  readonly beforeEach: Body[];
  readonly afterEach: Body[];
  readonly afterAll: Body[];
}

export interface CollectedTest {
  /** With the names of what it stands in; unique in its file. */
  readonly name: string;
  readonly suite: Suite;
  readonly body: Body;
}

/** What a test file imports from vitest, beside `expect` and `vi`; and the tests that were registered with it. */
export interface TestTree {
  readonly api: Readonly<Record<string, unknown>>;
  /** The tests that a file registers, those left out that it skips. */
  collect(load: () => void): readonly CollectedTest[];
}

export function createTestTree(): TestTree {
  let suite = newSuite('', undefined);
  let tests = new Map<string, CollectedTest>();

  const addTest = (name: string, ...rest: readonly unknown[]): void => {
    const body = bodyOf(rest);
    if (body === undefined) return;
    let unique = suite.name + name;
    for (let count = 2; tests.has(unique); count++) unique = `${suite.name}${name} #${count}`;
    tests.set(unique, { name: unique, suite, body });
  };
  const addSuite = (name: string, ...rest: readonly unknown[]): void => {
    const outer = suite;
    suite = newSuite(`${outer.name}${name} > `, outer);
    try {
      bodyOf(rest)?.();
    } finally {
      suite = outer;
    }
  };
  const hook = (kind: 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll') => (body: Body) => suite[kind].push(body);
  const test = withVariants(addTest);
  const describe = withVariants(addSuite);
  return {
    api: {
      test,
      it: test,
      describe,
      suite: describe,
      beforeAll: hook('beforeAll'),
      beforeEach: hook('beforeEach'),
      afterEach: hook('afterEach'),
      afterAll: hook('afterAll'),
    },
    collect(load) {
      suite = newSuite('', undefined);
      tests = new Map();
      load();
      return [...tests.values()];
    },
  };
}

function newSuite(name: string, parent: Suite | undefined): Suite {
  return { name, parent, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
}

function bodyOf(args: readonly unknown[]): Body | undefined {
  return args.find((arg): arg is Body => typeof arg === 'function');
}

type Add = (name: string, ...rest: readonly unknown[]) => void;

function withVariants(add: Add): Add {
  const skip = (): void => undefined;
  const each = eachOf(add);
  const plain = Object.assign((name: string, ...rest: readonly unknown[]) => add(name, ...rest), { each });
  const none = Object.assign(skip, { each: () => skip });
  const chosen = (condition: unknown): Add => (condition === true ? plain : none);
  return Object.assign(plain, {
    skip: none,
    todo: none,
    runIf: (condition: unknown) => chosen(Boolean(condition)),
    skipIf: (condition: unknown) => chosen(!condition),
  });
}

/** Rows that are lists are spread over the parameters, as `each` does. */
function eachOf(add: Add): (rows: readonly unknown[]) => Add {
  return (rows) => {
    if ('raw' in rows) throw new Error('Tables in template texts are left to vitest.');
    return (name, ...rest) => {
      const body = bodyOf(rest);
      for (const [index, row] of rows.entries()) {
        const args: readonly unknown[] = Array.isArray(row) ? row : [row];
        add(nameOf(name, args, index), () => body?.(...args));
      }
    };
  };
}

function nameOf(pattern: string, args: readonly unknown[], index: number): string {
  const places = pattern.match(/%[sdifjoOc]/g)?.length ?? 0;
  const filled = format(pattern.replaceAll('%#', String(index)), ...args.slice(0, places));
  return filled.replaceAll(/\$(\w+)/g, (all, key: string) => {
    const [first] = args;
    return typeof first === 'object' && first !== null && key in first ? String(Reflect.get(first, key)) : all;
  });
}
