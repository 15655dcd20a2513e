import type { Acceptance, AcceptanceOf, AcceptancePlace, IdentityVariables } from '../complete/acceptance.ts';
import { derivedIds } from '../complete/object-completion.ts';
import type { Attribute, Catalogue } from '../catalogue.ts';
import { fulfils } from '../validate/constraint-check.ts';
import { numberKinds } from '../validate/numbers.ts';
import { isPlainDatetime, quickAcceptOf } from '../validate/quick-accept.ts';
import { isKnownConstraint } from '../validate/report.ts';
import { type ValueRule, valueRules } from '../validate/value-rule.ts';
import { type EnumAcceptance, enumAcceptance, fitsEnumArray } from './enum-acceptance.ts';

/** A name that cannot be a step of an observable's name, or makes it too long within a few steps. */
const oddName = /[.[\]]|^.{41}/su;

/** Where an object is deeper, observables' names may be too long. OCSF itself needs no more. */
const maxAcceptedDepth = 10;

/** Of what completion writes: `2026-01-02T03:04:05.678Z`. */
const datetimeLength = 24;

/** Attributes whose presence is tracked in one number. */
const bitsPerGroup = 30;

/** What stands in the code wherever a validator might find something: it need not be certain of that. */
const refuse = 'ok = false;';

const identityKeys: ReadonlySet<string> = new Set([...derivedIds, 'class_name', 'category_name', 'type_name']);

/**
 * Makes code by which a completer also accepts: where `c.isAccepted` is still true at the end, the validator of the same
 * class and profiles finds nothing in the event, save in its observables and in what is said of the class as a whole.
 */
export function acceptanceOf(catalogue: Catalogue): AcceptanceOf {
  const ruleOf = valueRules(catalogue);
  return {
    runtime: { fitsEnumArray, fulfils, ...numberKinds(false) },
    object: (place) => new ObjectAcceptance(catalogue, place, ruleOf),
  };
}

class ObjectAcceptance implements Acceptance {
  readonly refuse = refuse;
  readonly start: string;
  readonly otherwise: string;
  readonly end = 'if (!ok || (wrote && !c.mayWrite(v))) c.isAccepted = false;';
  /** Tests to be made when all is written. */
  readonly #ends: string[] = [];
  readonly #catalogue: Catalogue;
  readonly #place: AcceptancePlace;
  readonly #ruleOf: (type: string) => ValueRule | undefined;
  /** By required attribute: the variable and bit that say that it is there. */
  readonly #required = new Map<string, string>();
  /** By attribute of a constraint: what notes that it is there. */
  readonly #counts = new Map<string, string[]>();
  /** Attributes whose kind an enum tells already. */
  readonly #judged = new Set<string>();

  constructor(catalogue: Catalogue, place: AcceptancePlace, ruleOf: (type: string) => ValueRule | undefined) {
    this.#catalogue = catalogue;
    this.#place = place;
    this.#ruleOf = ruleOf;
    const { definition, attributes, identity } = place;
    const isDoubtful = identity === undefined && definition.deprecated !== undefined;
    const isOdd = attributes.some(({ name }) => oddName.test(name));
    this.start = `c.enter(v); let ok = ${isDoubtful || isOdd ? 'false' : `d <= ${maxAcceptedDepth}`}, wrote = false;`;
    // An object without attributes may hold anything, also where it is only profiles that would give it some.
    this.otherwise = attributes.length === 0 ? '' : `if (Object.hasOwn(v, k)) ${refuse}`;
    this.#track();
    this.#constraints();
  }

  wrote(key: string, value?: string): string {
    const attribute = this.#place.attributes.find(({ name }) => name === key);
    const test = attribute === undefined || value === undefined ? '' : this.#written(attribute, value);
    const counts = [...(this.#counts.get(key) ?? []), this.#required.get(key) ?? ''].join(' ');
    return `wrote = true; ${counts} ${attribute?.deprecated === undefined ? '' : refuse} ${test}`;
  }

  /** A time that completion writes is plain, and fits the patterns that are known to take plain ones. */
  #written(attribute: Attribute, value: string): string {
    const rule = this.#ruleOf(attribute.type);
    const isKnown = rule?.regex !== undefined && quickAcceptOf(rule.regex) === isPlainDatetime;
    const hasRoom = (rule?.maxLength?.value ?? datetimeLength) >= datetimeLength;
    return isKnown && hasRoom && rule.values === undefined ? '' : this.#value(attribute, value);
  }

  enum(attribute: Attribute, id?: string, caption?: string): void {
    const { name, sibling, isArray } = attribute;
    const { body, ref } = this.#place;
    const values = enumAcceptance(attribute);
    // A null is an unknown id, and no caption. Where completion put something in its place, a validator may say so.
    if (id !== undefined || isArray) body.when(name, `if (x === null) ${refuse}`);
    if (sibling !== undefined) body.when(sibling, caption === undefined ? refuse : `if (x === null) ${refuse}`);
    if (isArray) {
      const test = (ids: string): string => `if (!fitsEnumArray(${ref(values)}, ${ids}, ${caption})) ${refuse}`;
      if (id === undefined) body.when(name, test('x'));
      else body.atEnd(`if (${id} !== undefined) { ${test(id)} }`);
      return;
    }
    if (this.#isWhole(attribute)) this.#judged.add(name);
    if (id === undefined) {
      body.when(name, `if (${this.#captionOf(values, 'x')} === undefined) ${refuse}`);
      return;
    }
    const compare =
      caption === undefined
        ? ''
        : `else if (${caption} !== undefined && (${caption} === t) === (${id} === 99)) ${refuse}`;
    body.atEnd(`if (${id} !== undefined) {
      const t = ${this.#captionOf(values, id)};
      if (t === undefined) ${refuse} ${compare}
    }`);
  }

  #captionOf(values: EnumAcceptance, id: string): string {
    const { ref } = this.#place;
    return `((typeof ${id} === 'number' ? ${ref(values.byNumber)}[${id}] : undefined) ?? ${ref(values.captions)}.get(${id}))`;
  }

  /** Whether an enum's ids are whole numbers with no other limit. */
  #isWhole({ type, objectType }: Attribute): boolean {
    const rule = objectType === undefined ? this.#ruleOf(type) : undefined;
    const isWhole = rule?.primitive === 'integer_t' || rule?.primitive === 'long_t';
    return isWhole && rule.range === undefined && rule.values === undefined;
  }

  identity(variables: IdentityVariables): void {
    const { identity, body, ref } = this.#place;
    if (identity === undefined) return;
    const { class_uid, class_name, category_uid, category_name, type_uid, type_name, activity_id } = variables;
    const types = enumAcceptance(identity.attributes.get('type_uid')!).captions;
    body.atEnd(`if (${class_uid} !== ${identity.uid} || ${class_name} !== ${ref(identity.caption)}
      || ${category_uid} !== ${identity.categoryUid} || ${category_name} !== ${ref(identity.categoryName)}
      || typeof ${activity_id} !== 'number' || ${type_uid} !== ${identity.uid * 100} + ${activity_id} || ${type_uid} === 99
      || ${type_name} === undefined || ${type_name} !== ${ref(types)}.get(${type_uid})) ${refuse}`);
    body.atEnd('wrote = true;');
  }

  finish(): void {
    for (const attribute of this.#place.attributes) this.#attribute(attribute);
    for (const test of this.#ends) this.#place.body.atEnd(`if (${test}) ${refuse}`);
  }

  #track(): void {
    const { attributes, identity, body } = this.#place;
    const required = attributes.filter(
      ({ name, requirement }) => requirement === 'required' && !(identity !== undefined && identityKeys.has(name)),
    );
    for (let start = 0; start < required.length; start += bitsPerGroup) {
      const group = required.slice(start, start + bitsPerGroup);
      const bits = body.variable('0');
      this.#ends.push(`${bits} !== ${2 ** group.length - 1}`);
      for (const [index, { name }] of group.entries()) this.#required.set(name, `${bits} |= ${1 << index};`);
    }
  }

  /** A key that completion writes beside one that stands there may break a `just_one`: that is counted as too many. */
  #constraints(): void {
    const { definition, attributes, body, ref } = this.#place;
    for (const constraint of definition.constraints) {
      if (!isKnownConstraint(constraint) || constraint.attributes.some((path) => path.includes('.'))) {
        this.#ends.push(isKnownConstraint(constraint) ? `!fulfils(v, ${ref(constraint)})` : 'true');
        continue;
      }
      const count = body.variable('0');
      for (const name of constraint.attributes) {
        body.when(name, attributes.some((attribute) => attribute.name === name) ? `${count}++;` : refuse);
        this.#counts.set(name, [...(this.#counts.get(name) ?? []), `${count} += 2;`]);
      }
      this.#ends.push(constraint.kind === 'just_one' ? `${count} !== 1` : `${count} === 0`);
    }
  }

  /** What there is to say of the value `x`. */
  #attribute(attribute: Attribute): void {
    const { name, deprecated, isArray } = attribute;
    const isIdentity = this.#place.identity !== undefined && identityKeys.has(name);
    const tests = [
      this.#required.get(name) ?? '',
      deprecated === undefined ? '' : refuse,
      isIdentity || this.#judged.has(name) ? '' : isArray ? this.#array(attribute) : this.#value(attribute, 'x'),
    ].join(' ');
    this.#place.body.when(name, tests.trim() === '' ? '' : `if (x !== null) { ${tests} }`);
  }

  #array(attribute: Attribute): string {
    const test = this.#value(attribute, 'y');
    const loop = test === '' ? '' : `else for (let i = 0; i < x.length; i++) { const y = x[i]; ${test} }`;
    return `if (!Array.isArray(x)) ${refuse} ${loop}`;
  }

  /** Completion itself refuses what is not an object where it would go into one. */
  #value(attribute: Attribute, x: string): string {
    if (attribute.objectType !== undefined) {
      const definition = this.#catalogue.objects.get(attribute.objectType);
      const isOpen = definition === undefined || definition.attributes.size === 0;
      return isOpen ? `if (typeof ${x} !== 'object' || ${x} === null || Array.isArray(${x})) ${refuse}` : '';
    }
    const rule = this.#ruleOf(attribute.type);
    return rule === undefined ? refuse : this.#scalar(rule, x);
  }

  #scalar(rule: ValueRule, x: string): string {
    const tests = [kindTest(rule, x), ...this.#limits(rule, x)].filter((test) => test !== '');
    return tests.length === 0 ? '' : `if (!(${tests.join(' && ')})) ${refuse}`;
  }

  #limits(rule: ValueRule, x: string): readonly string[] {
    const { ref } = this.#place;
    const { primitive, maxLength, pattern, range, values } = rule;
    const isText = primitive === 'string_t';
    const isNumber = primitive === 'integer_t' || primitive === 'long_t' || primitive === 'float_t';
    return [
      isText && maxLength !== undefined ? `${x}.length <= ${JSON.stringify(maxLength.value)}` : '',
      isText && pattern !== undefined ? `${ref(pattern.value)}(${x})` : '',
      isNumber && range !== undefined
        ? `${x} >= ${JSON.stringify(range.value[0])} && ${x} <= ${JSON.stringify(range.value[1])}`
        : '',
      values !== undefined && primitive !== 'json_t' ? `${ref(values.value)}.includes(${x})` : '',
    ];
  }
}

/** Whether `x` is of the primitive type at all; what needs no call comes first. */
function kindTest({ primitive }: ValueRule, x: string): string {
  switch (primitive) {
    case 'string_t':
      return `typeof ${x} === 'string'`;
    case 'boolean_t':
      return `typeof ${x} === 'boolean'`;
    case 'integer_t':
      return `((typeof ${x} === 'number' && (${x} | 0) === ${x}) || isInteger(${x}))`;
    case 'long_t':
      return `((typeof ${x} === 'number' && (${x} | 0) === ${x}) || isLong(${x}))`;
    case 'float_t':
      return `isFloat(${x})`;
    case 'json_t':
      return '';
    default:
      return 'false';
  }
}
