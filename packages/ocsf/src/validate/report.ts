import type { Attribute, Constraint, EnumValue, ObjectDefinition } from '../catalogue.ts';
import { maxDepth, maxFindings, maxObjects } from '../limits.ts';
import { type FindingCode, findingSeverities } from './codes.ts';
import { type Finding, type FindingParts, LazyFinding, describeValue } from './finding.ts';
import { createTextLength } from './text-length.ts';
import type { ValueRule } from './value-rule.ts';

const none: readonly Finding[] = Object.freeze([]);

/**
 * Where the generated code is in an event, and what it found there. The place is a stack of names and indices, written
 * on the way down and only read when there is something to report: `n` below is how many of them are the path.
 */
export class Report {
  readonly stack: (string | number)[] = [];
  /** Objects that may still be looked at. */
  budget: number = maxObjects;
  #findings: Finding[] = [];
  readonly #found = { error: 0, warning: 0 };
  #isTruncated = false;
  readonly #lengthOf = createTextLength();

  reset(): void {
    this.budget = maxObjects;
    if (this.#findings.length === 0) return;
    this.#findings = [];
    this.#found.error = 0;
    this.#found.warning = 0;
    this.#isTruncated = false;
  }

  get findings(): readonly Finding[] {
    return this.#findings.length === 0 ? none : this.#findings;
  }

  /** Puts a name on the stack at depth `d`. */
  at(d: number, name: string): number {
    this.stack[d] = name;
    return d + 1;
  }

  /** Puts a name and an index on the stack. */
  atElement(d: number, name: string, index: number): number {
    this.stack[d] = name;
    this.stack[d + 1] = index;
    return d + 2;
  }

  /** Whether the walk may not go on here; the first time, it says so. */
  stops(d: number): boolean {
    if (d > maxDepth) {
      this.add(d, 'event_too_deep', undefined, `at most ${maxDepth} levels`);
      return true;
    }
    if (--this.budget >= 0) return false;
    if (this.budget === -1) this.add(d, 'event_too_large', undefined, `at most ${maxObjects} objects`);
    return true;
  }

  wrongType(n: number, attribute: Attribute, value: unknown, isElement: boolean): void {
    this.add(n, 'attribute_wrong_type', value, () => typeOf(attribute, isElement));
  }

  unknown(n: number, key: string, definition: ObjectDefinition, value: unknown): void {
    const misspelt = { name: key, known: () => definition.attributes.keys() };
    if (this.#hasRoom('attribute_unknown')) {
      this.#push({ ...this.#parts(n, 'attribute_unknown', value, undefined), misspelt });
    }
  }

  /** One finding for each of `attributes` whose bit is set. */
  missing(d: number, bits: number, attributes: readonly Attribute[], code: FindingCode): void {
    for (let index = 0; index < attributes.length; index++) {
      if ((bits & (1 << index)) === 0) continue;
      const attribute = attributes[index]!;
      this.add(this.at(d, attribute.name), code, undefined, () => typeOf(attribute, false));
    }
  }

  text(n: number, rule: ValueRule, value: string): void {
    const { maxLength, pattern, values } = rule;
    if (maxLength !== undefined && this.#lengthOf(value, maxLength.value) > maxLength.value) {
      this.add(n, maxLength.code, value, `at most ${maxLength.value} characters`);
    }
    if (pattern !== undefined && !pattern.value(value)) this.add(n, pattern.code, value, `a ${rule.type}`);
    if (values !== undefined) this.#values(n, values, value);
  }

  number(n: number, rule: ValueRule, value: number | bigint): void {
    const { range, values } = rule;
    if (range !== undefined && (value < range.value[0] || value > range.value[1])) {
      this.add(n, range.code, value, `${range.value[0]} to ${range.value[1]}`);
    }
    if (values !== undefined) this.#values(n, values, value);
  }

  boolean(n: number, rule: ValueRule, value: boolean): void {
    if (rule.values !== undefined) this.#values(n, rule.values, value);
  }

  #values(n: number, values: NonNullable<ValueRule['values']>, value: unknown): void {
    if (!values.value.includes(value))
      this.add(n, values.code, value, () => values.value.map(describeValue).join(', '));
  }

  /** A caption that is not the one of its id. `enumValue` is what stands in the id. */
  sibling(n: number, id: unknown, caption: string, found: unknown): void {
    if (id !== 99 && id !== 99n) this.add(n, 'attribute_enum_sibling_incorrect', found, JSON.stringify(caption));
    else this.add(n, 'attribute_enum_sibling_suspicious_other', found, 'what the source itself calls it');
  }

  enumUnknown(n: number, attribute: Attribute, value: unknown, code: FindingCode): void {
    this.add(n, code, value, () => allowedIds(attribute.enum));
  }

  constraint(d: number, constraint: Constraint): void {
    const code = isKnownConstraint(constraint) ? 'constraint_failed' : 'constraint_unknown';
    this.add(d, code, undefined, () => `${constraint.kind} of ${constraint.attributes.join(', ')}`);
  }

  add(n: number, code: FindingCode, value: unknown, expected: FindingParts['expected']): void {
    if (this.#hasRoom(code)) this.#push(this.#parts(n, code, value, expected));
  }

  #parts(n: number, code: FindingCode, value: unknown, expected: FindingParts['expected']): FindingParts {
    const found = value === undefined ? undefined : describeValue(value);
    return { severity: findingSeverities[code], code, path: this.path(n), found, expected };
  }

  #push(parts: FindingParts): void {
    this.#findings.push(new LazyFinding(parts));
  }

  /**
   * Whether one more finding is kept. Errors and warnings have a room each, so that no number of warnings hides an
   * error, nor makes one of a valid event. The first that is not kept leaves a note.
   */
  #hasRoom(code: FindingCode): boolean {
    const found = ++this.#found[findingSeverities[code]];
    if (found <= maxFindings) return true;
    if (!this.#isTruncated) {
      this.#isTruncated = true;
      this.#push(this.#parts(0, 'findings_truncated', undefined, `at most ${maxFindings} errors and as many warnings`));
    }
    return false;
  }

  path(n: number): string {
    let path = '';
    for (let index = 0; index < n; index++) {
      const step = this.stack[index]!;
      if (typeof step === 'number') path += `[${step}]`;
      else path += index === 0 ? step : `.${step}`;
    }
    return path;
  }
}

export function isKnownConstraint(constraint: Constraint): boolean {
  return constraint.kind === 'at_least_one' || constraint.kind === 'just_one';
}

/** `array of ip_t`, `user (object)`. */
function typeOf(attribute: Attribute, isElement: boolean): string {
  const type = attribute.objectType === undefined ? attribute.type : `${attribute.objectType} (object)`;
  return attribute.isArray && !isElement ? `array of ${type}` : type;
}

function allowedIds(values: ReadonlyMap<string, EnumValue> | undefined): string {
  return [...(values ?? [])].map(([id, { caption }]) => `${id} ${caption}`).join(', ');
}
