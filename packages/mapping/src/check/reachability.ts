import type { Problems } from '../problems.ts';
import type { Condition, PathUse, Rule, Test } from './model.ts';

type Atom = Extract<Condition, { kind: 'test' }>;

/** Rules that no record reaches, and conditions that no record fulfils. */
export function checkReachability(problems: Problems, rules: readonly Rule[]): void {
  for (const [index, rule] of rules.entries()) {
    const earlier = rules.slice(0, index).find((one) => !one.passesOn && covers(one.when, rule.when));
    if (earlier !== undefined) {
      const what =
        earlier.when === undefined
          ? 'has no condition and takes every record'
          : 'takes every record that this one would';
      const message = `No record reaches this rule: ${earlier.name} ${what}. Move this one above it, or remove it.`;
      problems.add(rule.at, 'unreachable_rule', message, { found: rule.name });
    }
    if (rule.when !== undefined) checkHolds(problems, rule.when);
  }
}

/** Whether the first condition holds wherever the second one does, as far as that can be seen. */
function covers(first: Condition | undefined, second: Condition | undefined): boolean {
  if (first === undefined) return true;
  if (second === undefined) return false;
  if (second.kind === 'all' && second.of.some((part) => covers(first, part))) return true;
  if (second.kind === 'any' && second.of.every((part) => covers(first, part))) return true;
  if (first.kind === 'all') return first.of.every((part) => covers(part, second));
  if (first.kind === 'any') return first.of.some((part) => covers(part, second));
  if (first.kind === 'not' || second.kind === 'not')
    return first.kind === 'not' && second.kind === 'not' && covers(second.of, first.of);
  if (first.kind !== 'test' || second.kind !== 'test' || !isSame(first.use, second.use)) return false;
  return coversTest(first.test, second.test);
}

/** Whether two paths read the same: parts of single rules have one name, and are not one. */
function isSame(one: PathUse, other: PathUse): boolean {
  return one.part === other.part && one.path.text === other.path.text;
}

function coversTest(first: Test, second: Test): boolean {
  if (first.kind === 'exists') return first.is ? second.kind !== 'differs' && !isAbsence(second) : isAbsence(second);
  if (first.kind === 'equals')
    return second.kind === 'equals' && second.values.every((value) => first.values.includes(value));
  return JSON.stringify(plain(first)) === JSON.stringify(plain(second));
}

function isAbsence(test: Test): boolean {
  return test.kind === 'exists' && !test.is;
}

function plain(test: Test): unknown {
  if (test.kind === 'some') return { kind: test.kind, tests: test.tests.map(plain) };
  return test.kind === 'matches' ? { kind: test.kind, source: test.source } : test;
}

/** Conditions that contradict themselves. */
function checkHolds(problems: Problems, condition: Condition): void {
  if (condition.kind === 'not') checkHolds(problems, condition.of);
  else if (condition.kind === 'any') condition.of.forEach((part) => checkHolds(problems, part));
  else if (condition.kind === 'all') {
    const atoms = atomsOf(condition);
    for (const [index, atom] of atoms.entries()) {
      const rival = atoms.slice(0, index).find((other) => contradict(other, atom));
      if (rival === undefined) continue;
      const message = `The condition never holds: what is asked of ${atom.use.path.text} contradicts what is asked of it elsewhere. Use "any", or correct one.`;
      problems.add(atom.at, 'condition_never_holds', message, { found: atom.use.path.text });
    }
  }
}

/** Everything that has to hold at once. */
function atomsOf(condition: Condition): readonly Atom[] {
  if (condition.kind === 'test') return [condition];
  return condition.kind === 'all' ? condition.of.flatMap(atomsOf) : [];
}

function contradict(one: Atom, other: Atom): boolean {
  if (!isSame(one.use, other.use)) return false;
  return excludes(one.test, other.test) || excludes(other.test, one.test);
}

function excludes(one: Test, other: Test): boolean {
  if (isAbsence(one)) return other.kind !== 'differs' && !isAbsence(other);
  if (one.kind === 'equals' && other.kind === 'equals')
    return !one.values.some((value) => other.values.some((rival) => String(rival) === String(value)));
  if (one.kind === 'equals' && other.kind === 'differs')
    return one.values.every((value) => other.values.some((rival) => String(rival) === String(value)));
  const lower = one.kind === 'gt' || one.kind === 'gte' ? one : undefined;
  const upper = other.kind === 'lt' || other.kind === 'lte' ? other : undefined;
  if (lower === undefined || upper === undefined) return false;
  return lower.number > upper.number || (lower.number === upper.number && (lower.kind === 'gt' || upper.kind === 'lt'));
}
