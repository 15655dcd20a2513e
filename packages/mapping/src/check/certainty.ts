import { digits, isWithin } from '../pattern/char-set.ts';
import { maxPatternInput } from '../pattern/compile-pattern.ts';
import { isUnitPattern, printForJavaScript } from '../pattern/print-pattern.ts';
import { maxLength, minLength, type PatternNode } from '../pattern/syntax.ts';
import type { Want } from '../value/want.ts';
import type { AttributePlan, Condition, ObjectPlan, Part, PathUse, Value } from './model.ts';

/** What is known whenever a rule applies. */
export interface Certainties {
  /** Parts that matched. */
  readonly parts: ReadonlySet<Part>;
  readonly nullValues: readonly string[];
}

/** The parts that have matched wherever a condition holds. */
export function certainParts(when: Condition | undefined): ReadonlySet<Part> {
  const parts = new Set<Part>();
  const look = (condition: Condition): void => {
    if (condition.kind === 'all') condition.of.forEach(look);
    else if (condition.kind === 'test' && isAboutPresence(condition))
      // A part that matched was taken out of one that did.
      for (let { part } = condition.use; part !== undefined; part = part.parent) parts.add(part);
  };
  if (when !== undefined) look(when);
  return parts;
}

function isAboutPresence({ test }: Extract<Condition, { kind: 'test' }>): boolean {
  return test.kind === 'exists' ? test.is : test.kind !== 'differs';
}

/** Whether a value is there, and fits, for every record that the rule applies to. */
function isCertain(value: Value, want: Want, known: Certainties): boolean {
  switch (value.kind) {
    case 'constant':
    case 'required':
      return true;
    case 'path':
      return isCertainPath(value, want, known);
    case 'first':
      return value.options.some((option) => isCertain(option, want, known));
    case 'list':
      return value.items.some((item) => isCertain(item, want, known));
    case 'cases':
      return value.cases.at(-1)?.when === undefined && value.cases.every((one) => isCertain(one.value, want, known));
    case 'default':
      return isCertain(value.value, want, known) || isCertain(value.otherwise, want, known);
    default:
      return false;
  }
}

function isCertainPath({ path, part }: PathUse, want: Want, known: Certainties): boolean {
  if (path.root === 'received_at') return want.kind === 'time' || want.kind === 'datetime';
  if (part === undefined || part.patterns.length === 0 || !known.parts.has(part)) return false;
  return part.patterns.every((pattern) => {
    const group = pattern.groups.find(({ name }) => name === path.steps[0]);
    return group !== undefined && group.isCertain && fits(group.item, want, known);
  });
}

/** Whether every text that a group can take fits. */
function fits(group: PatternNode, want: Want, { nullValues }: Certainties): boolean {
  if (minLength(group) === 0 || canBeNull(group, nullValues)) return false;
  const longest = Math.min(maxLength(group), maxPatternInput);
  if (want.kind === 'text') return longest <= want.maxLength;
  if (want.kind !== 'integer' || longest > 15 || !hasOnlyDigits(group)) return false;
  return want.min <= 0 && want.max >= 10 ** longest - 1;
}

function canBeNull(group: PatternNode, nullValues: readonly string[]): boolean {
  if (nullValues.length === 0) return false;
  const pattern = new RegExp(`^(?:${printForJavaScript(group)})$`, isUnitPattern(group) ? '' : 'u');
  return nullValues.some((text) => text.length > 20 || pattern.test(text));
}

function hasOnlyDigits(node: PatternNode): boolean {
  switch (node.kind) {
    case 'chars':
      return isWithin(node.set, digits);
    case 'sequence':
    case 'choice':
      return node.items.every(hasOnlyDigits);
    case 'repeat':
    case 'group':
      return hasOnlyDigits(node.item);
    case 'boundary':
      return true;
  }
}

export function isCertainAttribute(plan: AttributePlan, known: Certainties): boolean {
  const { source } = plan;
  switch (source.kind) {
    case 'value':
      return isCertain(source.value, source.want, known);
    case 'object':
      return isCertainObject(source.object, known);
    case 'objects':
      return source.objects.some((object) => isCertainObject(object, known));
    case 'loop':
      return source.required !== undefined;
  }
}

/** Whether an object is made, whole, for every record. */
function isCertainObject(object: ObjectPlan, known: Certainties): boolean {
  if (object.conditions.length > 0) return false;
  const certain = (name: string): boolean => {
    const plan = object.attributes.get(name);
    return plan !== undefined && isCertainAttribute(plan, known);
  };
  if (!object.required.every(({ name }) => certain(name))) return false;
  if (![...object.attributes.keys()].some(certain)) return false;
  return object.constraints.every(({ kind, attributes }) => {
    const mapped = attributes.filter((path) => planAt(object, path) !== undefined);
    const sure = mapped.filter((path) => isCertainAt(object, path, known));
    return kind === 'just_one' ? mapped.length === 1 && sure.length === 1 : sure.length > 0;
  });
}

/** Whether an attribute that may stand deeper is there for certain: then the objects around it are, too. */
export function isCertainAt(object: ObjectPlan, path: string, known: Certainties): boolean {
  const [name = '', ...more] = path.split('.');
  const plan = object.attributes.get(name);
  if (plan === undefined || !isCertainAttribute(plan, known)) return false;
  if (more.length === 0) return true;
  return plan.source.kind === 'object' && isCertainAt(plan.source.object, more.join('.'), known);
}

/** The plan of an attribute by its path from an object. */
export function planAt(object: ObjectPlan, path: string): AttributePlan | undefined {
  const [name = '', ...more] = path.split('.');
  const plan = object.attributes.get(name);
  if (more.length === 0) return plan;
  return plan?.source.kind === 'object' ? planAt(plan.source.object, more.join('.')) : undefined;
}
