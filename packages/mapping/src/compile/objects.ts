import type { AttributePlan, AttributeSource, ObjectPlan, PathUse } from '../check/model.ts';
import { conditionCode } from './conditions.ts';
import { leftOfItem } from './leftovers.ts';
import type { Scope } from './scope.ts';
import { emitValue, type ValueContext } from './values.ts';

/** An attribute or object of which the values are known and that can now be put in its place. */
interface Prepared {
  /** Expression that says whether it is there; `true` where it always is. */
  readonly present: string;
  /** Statements that put it into the object `target`, and note what was taken. */
  readonly build: (target: string) => void;
  /** Presence of the attributes within, by path from here. */
  readonly within: ReadonlyMap<string, string>;
}

export interface ObjectContext extends ValueContext {
  /** Tells which attribute the statements to come are for. */
  readonly enter: (plan: AttributePlan) => void;
}

/** The attributes of a class: the event is there for certain, what it requires was checked beforehand. */
export function emitEvent(context: ObjectContext, plan: ObjectPlan, scope: Scope, target: string): void {
  const prepared = prepareAll(context, plan, scope);
  for (const attribute of prepared.values()) buildIf(context, attribute, target);
}

function prepareAll(context: ObjectContext, plan: ObjectPlan, scope: Scope): ReadonlyMap<string, Prepared> {
  const prepared = new Map<string, Prepared>();
  for (const [name, attribute] of plan.attributes)
    prepared.set(name, prepare(context, attribute, attribute.source, plan, scope));
  return prepared;
}

function buildIf({ lines }: ObjectContext, attribute: Prepared, target: string): void {
  if (attribute.present !== 'true') lines.push(`if (${attribute.present}) {`);
  attribute.build(target);
  if (attribute.present !== 'true') lines.push('}');
}

function prepare(
  context: ObjectContext,
  attribute: AttributePlan,
  source: AttributeSource,
  parent: ObjectPlan,
  scope: Scope,
): Prepared {
  context.enter(attribute);
  switch (source.kind) {
    case 'value':
      return prepareValue(context, attribute, source, parent, scope);
    case 'object':
      return prepareObject(context, attribute.attribute.name, source.object, scope);
    case 'objects':
      return prepareList(context, attribute.attribute.name, source.objects, scope);
    case 'loop':
      return prepareLoop(context, attribute, source, scope);
  }
}

const nothingWithin: ReadonlyMap<string, string> = new Map();

function prepareValue(
  context: ObjectContext,
  { attribute }: AttributePlan,
  { value, want }: Extract<AttributeSource, { kind: 'value' }>,
  parent: ObjectPlan,
  scope: Scope,
): Prepared {
  const emitted = emitValue(context, value, want, attribute.isArray, scope);
  const { sibling } = attribute;
  const namesOther =
    want.hasOther && sibling !== undefined && !parent.attributes.has(sibling) && emitted.raw !== 'undefined';
  const other = namesOther ? scope.variable('o') : undefined;
  return {
    present: emitted.isConstant ? 'true' : `${emitted.js} !== undefined`,
    within: nothingWithin,
    build: (target) => {
      context.lines.push(`${target}[${JSON.stringify(attribute.name)}] = ${emitted.js}; ${emitted.commit}`);
      if (other === undefined) return;
      context.lines.push(
        `if (${emitted.js} === 99 && (${other} = otherText(${emitted.raw}, ${context.refs.add(want.ids)})) !== undefined)`,
        `${target}[${JSON.stringify(sibling)}] = ${other};`,
      );
    },
  };
}

function prepareObject(context: ObjectContext, name: string, plan: ObjectPlan, scope: Scope): Prepared {
  const prepared = prepareAll(context, plan, scope);
  const present = flag(context, scope, presence(context, plan, prepared, scope));
  const key = JSON.stringify(name);
  const object = scope.variable('o');
  return {
    present,
    within: pathsWithin(prepared),
    build: (target) => {
      context.lines.push(`${object} = ${target}[${key}] = {};`);
      for (const attribute of prepared.values()) buildIf(context, attribute, object);
    },
  };
}

/** An expression that is asked more than once goes into a variable. */
function flag({ lines }: ObjectContext, scope: Scope, expression: string): string {
  if (expression === 'true') return expression;
  const name = scope.variable('h');
  lines.push(`${name} = ${expression};`);
  return name;
}

function pathsWithin(prepared: ReadonlyMap<string, Prepared>): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [name, { present, within }] of prepared) {
    paths.set(name, present);
    for (const [path, inner] of within) paths.set(`${name}.${path}`, `(${present} && ${inner})`);
  }
  return paths;
}

/** Whether an object is whole: its own condition holds, what it requires is there, its constraints hold, and it holds something. */
function presence(
  context: ObjectContext,
  plan: ObjectPlan,
  prepared: ReadonlyMap<string, Prepared>,
  scope: Scope,
): string {
  const paths = pathsWithin(prepared);
  const conditions = plan.conditions.map((condition) => conditionCode(condition, scope, context.refs));
  conditions.push(...plan.required.map(({ name }) => paths.get(name) ?? 'false'));
  for (const { kind, attributes } of plan.constraints) {
    const mapped = attributes.map((path) => paths.get(path)).filter((one) => one !== undefined);
    conditions.push(kind === 'just_one' ? justOne(mapped) : anyOf(mapped));
  }
  conditions.push(anyOf([...prepared.values()].map(({ present }) => present)));
  const needed = [...new Set(conditions)].filter((condition) => condition !== 'true');
  return needed.length === 0 ? 'true' : needed.map((condition) => `(${condition})`).join(' && ');
}

function anyOf(conditions: readonly string[]): string {
  if (conditions.includes('true')) return 'true';
  return conditions.length === 0 ? 'false' : conditions.join(' || ');
}

function justOne(conditions: readonly string[]): string {
  if (conditions.length === 1) return conditions[0]!;
  return `${['0', ...conditions.map((condition) => `(${condition} ? 1 : 0)`)].join(' + ')} === 1`;
}

function prepareList(context: ObjectContext, name: string, plans: readonly ObjectPlan[], scope: Scope): Prepared {
  const elements = plans.map((plan) => {
    const prepared = prepareAll(context, plan, scope);
    return { prepared, present: flag(context, scope, presence(context, plan, prepared, scope)) };
  });
  const array = scope.variable('a');
  const object = scope.variable('o');
  return {
    present: anyOf(elements.map(({ present }) => present)),
    within: nothingWithin,
    build: (target) => {
      context.lines.push(`${array} = ${target}[${JSON.stringify(name)}] = [];`);
      for (const { prepared, present } of elements) {
        context.lines.push(`if (${present}) { ${object} = {};`);
        for (const attribute of prepared.values()) buildIf(context, attribute, object);
        context.lines.push(`${array}.push(${object}); }`);
      }
    },
  };
}

function prepareLoop(
  context: ObjectContext,
  plan: AttributePlan,
  source: Extract<AttributeSource, { kind: 'loop' }>,
  scope: Scope,
): Prepared {
  const array = scope.variable('a');
  const rest = scope.variable('l');
  emitLoop(context, source, scope, { array, rest });
  if (source.required !== undefined)
    context.lines.push(`if (${array} === undefined) return ${context.missing(source.required === 'next')};`);
  const commit = takeLooped(context, source.over, scope, rest);
  return {
    present: `${array} !== undefined`,
    within: nothingWithin,
    build: (target) => {
      context.lines.push(`${target}[${JSON.stringify(plan.attribute.name)}] = ${array}; ${commit}`);
    },
  };
}

function takeLooped(context: ObjectContext, over: PathUse, scope: Scope, rest: string): string {
  const x = scope.read(over);
  const take = context.take(over, scope, x);
  if (take !== '') scope.slot(over).rests.push(rest);
  return take;
}

/** A loop over a list: makes `array` of what fits and `rest` of what is left of each item. */
function emitLoop(
  context: ObjectContext,
  { over, object, value, want }: Extract<AttributeSource, { kind: 'loop' }>,
  scope: Scope,
  { array, rest }: { readonly array: string; readonly rest: string },
): void {
  const source = scope.read(over);
  const [item, element, index] = [scope.name('e'), scope.name('o'), scope.name('i')];
  const inner = scope.inner(item);
  const lines: string[] = [];
  const inside: ObjectContext = { ...context, lines };
  const left = inner.variable('l');
  const made = inner.variable('m');
  if (object !== undefined) emitElement(inside, object, inner, { element, made });
  else if (value !== undefined) {
    const emitted = emitValue(inside, value, want, false, inner);
    lines.push(`if (${emitted.js} !== undefined) { ${made} = ${emitted.js}; ${emitted.commit} }`);
  }
  lines.push(`if (${made} === undefined) ${left} = any(${item}); else { (${array} ??= []).push(${made});`);
  leftOfItem(lines, inner, item, left);
  lines.push(`}`, `if (${left} !== undefined) (${rest} ??= []).push(${left});`);
  context.lines.push(
    `for (let ${index} = 0, s = Array.isArray(${source}) ? ${source} : ${source} === undefined || ${source} === null ? [] : [${source}]; ${index} < s.length; ${index}++) {`,
    `const ${item} = s[${index}];`,
    ...inner.head(),
    ...lines,
    '}',
  );
}

function emitElement(
  context: ObjectContext,
  plan: ObjectPlan,
  scope: Scope,
  { element, made }: { readonly element: string; readonly made: string },
): void {
  const prepared = prepareAll(context, plan, scope);
  context.lines.push(`if (${presence(context, plan, prepared, scope)}) { const ${element} = ${made} = {};`);
  for (const attribute of prepared.values()) buildIf(context, attribute, element);
  context.lines.push('}');
}
