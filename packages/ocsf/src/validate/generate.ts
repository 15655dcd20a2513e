import type { Attribute, Catalogue, ObjectDefinition } from '../catalogue.ts';
import { activeAttributes } from '../active-attributes.ts';
import { type FunctionSource, GeneratedFunctions } from '../generated-functions.ts';
import { dispatchKeys, type KeyCase } from '../key-dispatch.ts';
import { fulfils } from './constraint-check.ts';
import { checkEnumArray, type EnumCheck, enumCheck, rareEnumValue } from './enum-check.ts';
import { numberKinds } from './numbers.ts';
import { isKnownConstraint, type Report } from './report.ts';
import { type ValueRule, valueRules } from './value-rule.ts';

/** Looks at an object that is `d` steps below the event, and reports what is wrong with it. */
export type ObjectCheck = (object: object, report: Report, d: number) => void;

export interface GenerateOptions {
  readonly profiles: ReadonlySet<string>;
  readonly recommended: boolean;
  /** Whether whole numbers are bigints, as `parseExact` gives them. */
  readonly exactNumbers: boolean;
}

/** A function that checks objects of a definition: attributes, enums, constraints and all objects within. */
export function generateCheck(catalogue: Catalogue, root: ObjectDefinition, options: GenerateOptions): ObjectCheck {
  return new Generator(catalogue, options).root(root);
}

const runtime = { checkEnumArray, fulfils, rareEnumValue };

/** Attributes whose presence is tracked in one number. */
const bitsPerGroup = 30;

class Generator {
  readonly functions: GeneratedFunctions<ObjectCheck>;
  readonly #catalogue: Catalogue;
  readonly #options: GenerateOptions;
  readonly #ruleOf: (type: string) => ValueRule | undefined;
  /** What the function that is being made refers to. */
  #refs: unknown[] = [];

  constructor(catalogue: Catalogue, options: GenerateOptions) {
    this.#catalogue = catalogue;
    this.#options = options;
    this.#ruleOf = valueRules(catalogue);
    this.functions = new GeneratedFunctions<ObjectCheck>({
      runtime: { ...runtime, ...numberKinds(options.exactNumbers) },
      sourceOf: (definition) => this.#source(definition, false),
      defer: (make) => (object, report, d) => make()(object, report, d),
    });
  }

  root(definition: ObjectDefinition): ObjectCheck {
    return this.functions.make(this.#source(definition, true));
  }

  #source(definition: ObjectDefinition, isClass: boolean): FunctionSource {
    const refs: unknown[] = [];
    this.#refs = refs;
    const attributes = activeAttributes(definition, this.#options.profiles);
    const deprecated =
      definition.deprecated !== undefined && !isClass
        ? `r.add(d, 'object_deprecated', undefined, 'an object that is not');`
        : '';
    if (attributes.length === 0) return { code: `function (v, r, d) { ${deprecated} }`, refs };
    const body = new ObjectBody(definition, attributes, this.#options, {
      ref: (value) => this.#ref(value),
      value: (attribute, x, n, isElement, depth) => this.#value(attribute, x, n, isElement, depth),
    });
    return { code: `function (v, r, d) { if (r.stops(d)) return; ${deprecated} ${body.code} }`, refs };
  }

  #ref(value: unknown): string {
    return `$${this.#refs.push(value) - 1}`;
  }

  /** Checks the value `x`, not null. `n` puts the value's place on the stack and is the length of its path. */
  #value(attribute: Attribute, x: string, n: string, isElement: boolean, depth: string): string {
    const wrong = `r.wrongType(${n}, ${this.#ref(attribute)}, ${x}, ${isElement});`;
    if (attribute.objectType !== undefined) {
      const definition = this.#catalogue.objects.get(attribute.objectType);
      const check =
        definition === undefined ? '' : `{ ${n}; ${this.functions.reference(definition)}(${x}, r, ${depth}); }`;
      return `if (typeof ${x} !== 'object' || ${x} === null || Array.isArray(${x})) ${wrong} else ${check || '{}'}`;
    }
    const rule = this.#ruleOf(attribute.type);
    if (rule === undefined) return `r.add(${n}, 'schema_bug_type_missing', ${x}, undefined);`;
    return this.#scalar(rule, x, n, wrong);
  }

  #scalar(rule: ValueRule, x: string, n: string, wrong: string): string {
    const number = (test: string): string =>
      `if (${test}) ${wrong}` + (rule.range || rule.values ? ` else r.number(${n}, ${this.#ref(rule)}, ${x});` : '');
    switch (rule.primitive) {
      case 'string_t':
        return `if (typeof ${x} !== 'string') ${wrong} ${this.#text(rule, x, n)}`;
      case 'integer_t':
        return number(`${this.#isSmall(x)}!isInteger(${x})`);
      case 'long_t':
        return number(`${this.#isSmall(x)}!isLong(${x})`);
      case 'float_t':
        return number(`!isFloat(${x})`);
      case 'boolean_t':
        return `if (typeof ${x} !== 'boolean') ${wrong}${hasBothBooleans(rule) ? '' : ` else r.boolean(${n}, ${this.#ref(rule)}, ${x});`}`;
      case 'json_t':
        return '';
      default:
        return `r.add(${n}, 'schema_bug_primitive_type_unknown', ${x}, undefined);`;
    }
  }

  /** Spares small whole numbers the call. */
  #isSmall(x: string): string {
    return this.#options.exactNumbers ? '' : `(typeof ${x} !== 'number' || (${x} | 0) !== ${x}) && `;
  }

  #text(rule: ValueRule, x: string, n: string): string {
    const tests = [
      ...(rule.maxLength === undefined ? [] : [`${x}.length > ${JSON.stringify(rule.maxLength.value)}`]),
      ...(rule.pattern === undefined ? [] : [`!${this.#ref(rule.pattern.value)}(${x})`]),
      ...(rule.values === undefined ? [] : ['true']),
    ];
    return tests.length === 0 ? '' : `else if (${tests.join(' || ')}) r.text(${n}, ${this.#ref(rule)}, ${x});`;
  }
}

/** Whether a rule for booleans allows what a boolean can be anyway. */
function hasBothBooleans({ values }: ValueRule): boolean {
  return values === undefined || [true, false].every((value) => values.value.includes(value));
}

/** What the code of one object needs from the generator around it. */
interface Surroundings {
  readonly ref: (value: unknown) => string;
  readonly value: (attribute: Attribute, x: string, n: string, isElement: boolean, depth: string) => string;
}

/** The code that looks at one object: a walk through its keys, then what can only be said at the end. */
class ObjectBody {
  readonly #definition: ObjectDefinition;
  readonly #attributes: readonly Attribute[];
  readonly #around: Surroundings;
  readonly #declarations: string[] = [];
  readonly #ends: string[] = [];
  /** Code for each key, in pieces. */
  readonly #cases = new Map<string, string[]>();
  readonly code: string;

  constructor(
    definition: ObjectDefinition,
    attributes: readonly Attribute[],
    options: GenerateOptions,
    surroundings: Surroundings,
  ) {
    this.#definition = definition;
    this.#attributes = attributes;
    this.#around = surroundings;
    this.#track('required', 'attribute_required_missing');
    if (options.recommended) this.#track('recommended', 'attribute_recommended_missing');
    for (const attribute of attributes)
      if (attribute.enum !== undefined) this.#enum(attribute, enumCheck(attribute, options.exactNumbers));
    this.#constraints();
    for (const attribute of attributes) this.#attribute(attribute);
    this.code = this.#assemble();
  }

  #assemble(): string {
    const known = new Set(this.#attributes.map(({ name }) => name));
    const unknown = `r.unknown(r.at(d, k), k, ${this.#around.ref(this.#definition)}, x);`;
    const cases: KeyCase[] = [...this.#cases].map(([key, pieces]) => ({
      key,
      code: known.has(key) ? pieces.join(' ') : `${pieces.join(' ')} ${unknown}`,
    }));
    return `
      ${this.#declarations.join(' ')}
      for (const k in v) {
        const x = v[k];
        if (x === undefined) continue;
        ${dispatchKeys(cases)}
        if (Object.hasOwn(v, k)) ${unknown}
      }
      ${this.#ends.join('\n')}`;
  }

  #when(key: string, code: string): void {
    const pieces = this.#cases.get(key);
    if (pieces === undefined) this.#cases.set(key, [code]);
    else pieces.push(code);
  }

  /** Notes which of the attributes are there and not null, and reports the others at the end. */
  #track(requirement: Attribute['requirement'], code: string): void {
    const wanted = this.#attributes.filter((attribute) => attribute.requirement === requirement);
    for (let start = 0; start < wanted.length; start += bitsPerGroup) {
      const group = wanted.slice(start, start + bitsPerGroup);
      const bits = this.#declare('0');
      const all = 2 ** group.length - 1;
      for (const [index, { name }] of group.entries()) this.#when(name, `if (x !== null) ${bits} |= ${1 << index};`);
      this.#ends.push(
        `if (${bits} !== ${all}) r.missing(d, ${all} & ~${bits}, ${this.#around.ref(group)}, '${code}');`,
      );
    }
  }

  #declare(value: string): string {
    const name = `l${this.#declarations.length}`;
    this.#declarations.push(`let ${name} = ${value};`);
    return name;
  }

  #enum(attribute: Attribute, check: EnumCheck): void {
    const { name, sibling, isArray } = attribute;
    const id = this.#declare('undefined');
    this.#when(name, `${id} = x;`);
    let caption = 'undefined';
    if (sibling !== undefined) {
      caption = this.#declare('undefined');
      this.#when(sibling, `${caption} = x;`);
    }
    const ref = this.#around.ref(check);
    if (isArray) {
      this.#ends.push(`if (${id} !== undefined) checkEnumArray(${ref}, r, d, ${id}, ${caption});`);
      return;
    }
    const captions = this.#around.ref(check.captions);
    const other = check.exact ? '99n' : '99';
    const rare = `rareEnumValue(${ref}, r, r.at(d, ${JSON.stringify(name)}), ${id}, false)`;
    const compare =
      sibling === undefined
        ? ''
        : `if (c !== undefined && ${caption} !== undefined && (${caption} === c) === (${id} === ${other}))
             r.sibling(r.at(d, ${JSON.stringify(sibling)}), ${id}, c, ${caption});`;
    this.#ends.push(`if (${id} !== undefined) {
      let c = ${captions}.get(${id});
      if (c === undefined) c = ${rare};
      ${compare}
    }`);
  }

  /** The key counts for a constraint, even with a null. */
  #constraints(): void {
    for (const constraint of this.#definition.constraints) {
      const ref = this.#around.ref(constraint);
      const report = `r.constraint(d, ${ref});`;
      if (!isKnownConstraint(constraint)) {
        this.#ends.push(report);
      } else if (constraint.attributes.some((path) => path.includes('.'))) {
        this.#ends.push(`if (!fulfils(v, ${ref})) ${report}`);
      } else {
        const count = this.#declare('0');
        for (const name of constraint.attributes) this.#when(name, `${count}++;`);
        this.#ends.push(`if (${constraint.kind === 'just_one' ? `${count} !== 1` : `${count} === 0`}) ${report}`);
      }
    }
  }

  #attribute(attribute: Attribute): void {
    const name = JSON.stringify(attribute.name);
    const deprecated =
      attribute.deprecated === undefined
        ? ''
        : `r.add(r.at(d, ${name}), 'attribute_deprecated', undefined, ${JSON.stringify(`an attribute that is not (since ${attribute.deprecated})`)});`;
    const check = attribute.isArray
      ? this.#array(attribute, name)
      : this.#around.value(attribute, 'x', `r.at(d, ${name})`, false, 'd + 1');
    this.#when(attribute.name, check === '' && deprecated === '' ? '' : `if (x !== null) { ${deprecated} ${check} }`);
  }

  #array(attribute: Attribute, name: string): string {
    const element = this.#around.value(attribute, 'y', `r.atElement(d, ${name}, i)`, true, 'd + 2');
    const wrong = `r.wrongType(r.at(d, ${name}), ${this.#around.ref(attribute)}, x, false);`;
    const loop = element === '' ? '' : `for (let i = 0; i < x.length; i++) { const y = x[i]; ${element} }`;
    return `if (!Array.isArray(x)) ${wrong} else { ${loop} }`;
  }
}
