import type { Attribute, ClassDefinition, Constraint } from '@sluice/ocsf';
import type { Scalar } from '../document/node.ts';
import type { TextReader } from '../formats/fields.ts';
import type { Path } from '../path/parse-path.ts';
import type { TemplatePiece } from '../path/parse-template.ts';
import type { CompiledPattern } from '../pattern/compile-pattern.ts';
import type { Place } from '../problems.ts';
import type { TimeReader } from '../time/time-format.ts';
import type { MappingFunction } from '../value/function.ts';
import type { Want } from '../value/want.ts';

/** A text that is taken apart. */
export interface Part {
  readonly name: string;
  readonly at: Place;
  readonly from: Path;
  /** The part that `from` names. */
  readonly parent: Part | undefined;
  /** Patterns in the order in which they are tried; empty where there is a format. */
  readonly patterns: readonly CompiledPattern[];
  /** Names of the groups of all patterns, in the order in which a match gives them from index 1. */
  readonly groups: readonly string[];
  /** How a format reads it; undefined for patterns. */
  readonly read: ((value: never) => unknown) | undefined;
  /** What `read` takes: a text, or a list. */
  readonly takes: 'text' | 'list';
}

export type Change =
  | { readonly kind: 'trim' }
  | { readonly kind: 'lower' }
  | { readonly kind: 'upper' }
  | { readonly kind: 'null_values' | 'after_last' | 'before_last'; readonly texts: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: CompiledPattern; readonly group: number }
  | { readonly kind: 'lookup'; readonly table: ReadonlyMap<string, unknown> }
  | { readonly kind: 'time'; readonly read: TimeReader }
  | { readonly kind: 'multiply'; readonly by: number }
  | { readonly kind: 'split' | 'join'; readonly separator: string }
  | { readonly kind: 'to_json' };

/** Where a value comes from, every reference resolved, every constant made to fit. */
export type Value =
  | { readonly kind: 'constant'; readonly value: unknown; readonly at: Place }
  | { readonly kind: 'path'; readonly path: Path; readonly part: Part | undefined; readonly at: Place }
  | { readonly kind: 'template'; readonly pieces: readonly (TemplatePiece | PathUse)[]; readonly at: Place }
  | { readonly kind: 'first'; readonly options: readonly Value[]; readonly at: Place }
  | { readonly kind: 'cases'; readonly cases: readonly ValueCase[]; readonly at: Place }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly function: MappingFunction;
      readonly args: readonly Value[];
      readonly at: Place;
    }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly at: Place }
  | { readonly kind: 'sum'; readonly items: readonly Value[]; readonly want: Want; readonly at: Place }
  | { readonly kind: 'changed'; readonly from: Value; readonly changes: readonly Change[]; readonly at: Place }
  | { readonly kind: 'default'; readonly value: Value; readonly otherwise: Value; readonly at: Place }
  | { readonly kind: 'required'; readonly value: Value; readonly orNext: boolean; readonly at: Place };

/** A path in a template. */
export interface PathUse {
  readonly path: Path;
  readonly part: Part | undefined;
}

/** What becomes of a record without a value: it is rejected, or left to the next rule. */
export type Requirement = 'always' | 'next';

export interface ValueCase {
  readonly when: Condition | undefined;
  readonly value: Value;
}

export type Test =
  | { readonly kind: 'equals'; readonly values: readonly Scalar[] }
  | { readonly kind: 'exists'; readonly is: boolean }
  | { readonly kind: 'differs'; readonly values: readonly Scalar[] }
  | { readonly kind: 'contains' | 'starts_with' | 'ends_with'; readonly texts: readonly string[] }
  | { readonly kind: 'matches'; readonly pattern: CompiledPattern; readonly source: string }
  | { readonly kind: 'some'; readonly tests: readonly Test[] }
  | { readonly kind: 'has_items' }
  | { readonly kind: 'gt' | 'gte' | 'lt' | 'lte'; readonly number: number };

export type Condition =
  | { readonly kind: 'test'; readonly use: PathUse; readonly test: Test; readonly at: Place }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[]; readonly at: Place }
  | { readonly kind: 'not'; readonly of: Condition; readonly at: Place };

/** Where one attribute of an object comes from. */
export interface AttributePlan {
  readonly attribute: Attribute;
  /** From the event: `src_endpoint.ip`. */
  readonly path: string;
  readonly at: Place;
  readonly source: AttributeSource;
}

export type AttributeSource =
  | { readonly kind: 'value'; readonly value: Value; readonly want: Want }
  | { readonly kind: 'object'; readonly object: ObjectPlan }
  | { readonly kind: 'objects'; readonly objects: readonly ObjectPlan[] }
  | {
      readonly kind: 'loop';
      readonly over: PathUse;
      readonly object: ObjectPlan | undefined;
      readonly value: Value | undefined;
      readonly want: Want;
      readonly required: Requirement | undefined;
    };

/** An object that the mapping makes. */
export interface ObjectPlan {
  /** Name of the class or object. */
  readonly definition: string;
  readonly path: string;
  readonly at: Place;
  readonly attributes: Map<string, AttributePlan>;
  /** Required attributes that nobody fills in by himself. */
  readonly required: readonly Attribute[];
  readonly constraints: readonly Constraint[];
  /** The object is made only where all of these hold. */
  readonly conditions: Condition[];
}

/** One of the events that a rule makes of a record. */
export interface EventPlan {
  readonly when: Condition | undefined;
  /** The list of which each item makes an event. */
  readonly each: PathUse | undefined;
  readonly class: ClassDefinition;
  readonly object: ObjectPlan;
  readonly profiles: readonly string[];
}

export interface Rule {
  readonly name: string;
  readonly at: Place;
  readonly when: Condition | undefined;
  /** Whether it can leave a record to the next rule although its condition holds. */
  readonly passesOn: boolean;
  readonly outcome:
    | { readonly kind: 'event'; readonly events: readonly EventPlan[] }
    | { readonly kind: 'skip' | 'reject'; readonly reason: string };
}

/** A document in which everything is checked and resolved. */
export interface CheckedDocument {
  readonly format: string;
  readonly read: TextReader | undefined;
  readonly nullValues: readonly string[];
  readonly keepsRawData: boolean;
  readonly parts: readonly Part[];
  readonly rules: readonly Rule[];
  readonly otherwise: 'reject' | 'skip';
}
