import type { Catalogue, TypeDefinition } from '../catalogue.ts';
import type { FindingCode } from './codes.ts';
import { compilePattern, type PatternTest } from './pattern.ts';

type Primitive = 'boolean_t' | 'float_t' | 'integer_t' | 'long_t' | 'string_t' | 'json_t';

/** A limit, with the code that says whether the type itself sets it or the type that it narrows. */
interface Limit<Value> {
  readonly value: Value;
  readonly code: FindingCode;
}

/** What a value of a dictionary type must be. A limit of the type itself hides that of the type it narrows. */
export interface ValueRule {
  readonly type: string;
  /** Absent where the schema narrows something that is no primitive type. */
  readonly primitive?: Primitive;
  readonly maxLength?: Limit<number>;
  readonly range?: Limit<readonly [number, number]>;
  readonly pattern?: Limit<PatternTest>;
  /** The pattern as the schema has it. */
  readonly regex?: string;
  readonly values?: Limit<readonly unknown[]>;
}

const primitives: readonly Primitive[] = ['boolean_t', 'float_t', 'integer_t', 'long_t', 'string_t', 'json_t'];

/** The rule of a type; undefined where the catalogue lacks the type. Each is made once. */
export function valueRules(catalogue: Catalogue): (type: string) => ValueRule | undefined {
  const rules = new Map<string, ValueRule>();
  return (name) => {
    const type = catalogue.types.get(name);
    const rule = rules.get(name) ?? (type === undefined ? undefined : ruleOf(type, catalogue.types));
    if (rule !== undefined) rules.set(name, rule);
    return rule;
  };
}

function ruleOf(type: TypeDefinition, types: ReadonlyMap<string, TypeDefinition>): ValueRule {
  const superType = types.get(type.superType ?? '');
  const primitive = primitives.find((name) => name === (type.superType ?? type.name));
  const pick = <Key extends 'maxLength' | 'range' | 'values' | 'regex'>(
    key: Key,
    own: FindingCode,
    ofSuper: FindingCode,
  ) => {
    const value = type[key];
    if (value !== undefined) return { value, code: own };
    const inherited = superType?.[key];
    return inherited === undefined ? undefined : { value: inherited, code: ofSuper };
  };
  const maxLength = pick('maxLength', 'attribute_value_exceeds_max_len', 'attribute_value_exceeds_super_type_max_len');
  const range = pick('range', 'attribute_value_exceeds_range', 'attribute_value_exceeds_super_type_range');
  const values = pick('values', 'attribute_value_not_in_type_values', 'attribute_value_not_in_super_type_values');
  const regex = pick('regex', 'attribute_value_regex_not_matched', 'attribute_value_super_type_regex_not_matched');
  return {
    type: type.name,
    ...(primitive === undefined ? {} : { primitive }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(range === undefined ? {} : { range }),
    ...(values === undefined ? {} : { values }),
    ...(regex === undefined ? {} : { regex: regex.value, pattern: patternLimit(regex, maxLength?.value) }),
  };
}

function patternLimit(regex: Limit<string>, maxLength: number | undefined): Limit<PatternTest> {
  const test = compilePattern(regex.value, maxLength);
  return test === undefined
    ? { value: () => false, code: 'schema_bug_type_regex_invalid' }
    : { value: test, code: regex.code };
}
