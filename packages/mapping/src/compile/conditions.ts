import type { Condition, Test } from '../check/model.ts';
import type { Scalar } from '../document/node.ts';
import type { Refs } from './refs.ts';
import { isGroup, type Scope } from './scope.ts';

/** From this many constants on a set is asked instead of each. */
const manyValues = 6;

/** A condition as an expression; what it reads is read at the head of the scope. */
export function conditionCode(condition: Condition, scope: Scope, refs: Refs): string {
  switch (condition.kind) {
    case 'all':
      return `(${condition.of.map((part) => conditionCode(part, scope, refs)).join(' && ')})`;
    case 'any':
      return `(${condition.of.map((part) => conditionCode(part, scope, refs)).join(' || ')})`;
    case 'not':
      return `!${conditionCode(condition.of, scope, refs)}`;
    case 'test': {
      const { use, test } = condition;
      const isWholePart = isGroup(use) && use.path.steps.length === 0;
      if (isWholePart) return `(${scope.read(use)} ${existsSign(test)} undefined)`;
      return testCode(test, scope.read(use), refs);
    }
  }
}

function existsSign(test: Test): string {
  return test.kind === 'exists' && !test.is ? '===' : '!==';
}

function testCode(test: Test, x: string, refs: Refs): string {
  switch (test.kind) {
    case 'equals':
      return equalsCode(test.values, x, refs);
    case 'differs':
      return `!${equalsCode(test.values, x, refs)}`;
    case 'exists':
      return `(any(${x}) ${existsSign(test)} undefined)`;
    case 'matches':
      return `(typeof ${x} === 'string' && ${refs.add(test.pattern.match)}(${x}) !== undefined)`;
    case 'some':
      return someCode(test.tests, x, refs);
    case 'has_items':
      return `hasItems(${x})`;
    case 'contains':
      return textTest('includes', test.texts, x);
    case 'starts_with':
      return textTest('startsWith', test.texts, x);
    case 'ends_with':
      return textTest('endsWith', test.texts, x);
    default:
      return `(float(${x}) ${comparisons[test.kind]} ${JSON.stringify(test.number)})`;
  }
}

/** A single value counts as a list of one. */
function someCode(tests: readonly Test[], x: string, refs: Refs): string {
  const ofOne = tests.map((test) => testCode(test, 'y', refs)).join(' && ');
  return `(any(${x}) !== undefined && (Array.isArray(${x}) ? ${x} : [${x}]).some((y) => any(y) !== undefined && ${ofOne}))`;
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** A number or boolean also equals its text, since many formats know only texts. */
function equalsCode(values: readonly Scalar[], x: string, refs: Refs): string {
  const all = values.flatMap((value) => (typeof value === 'string' ? [value] : [value, String(value)]));
  if (all.length >= manyValues) return `${refs.add(new Set(all))}.has(${x})`;
  return `(${all.map((value) => `${x} === ${JSON.stringify(value)}`).join(' || ')})`;
}

function textTest(method: 'includes' | 'startsWith' | 'endsWith', texts: readonly string[], x: string): string {
  const tests = texts.map((text) => `${x}.${method}(${JSON.stringify(text)})`);
  return `(typeof ${x} === 'string' && (${tests.join(' || ')}))`;
}
