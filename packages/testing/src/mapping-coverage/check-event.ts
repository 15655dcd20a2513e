import {
  type ClassDefinition,
  createCompleter,
  createValidator,
  type Completer,
  type Severity,
  type Validator,
} from '@sluice/ocsf';
import type { MappingSubject } from './subject.ts';

/** An event as the lake would hold it, and what OCSF finds wrong with it. */
export interface CheckedEvent {
  readonly event: Readonly<Record<string, unknown>>;
  /** Undefined where the subject does not declare the class. */
  readonly definition: ClassDefinition | undefined;
  readonly profiles: ReadonlySet<string>;
  readonly findings: readonly CheckFinding[];
}

export interface CheckFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

export type EventCheck = (event: Readonly<Record<string, unknown>>) => CheckedEvent;

interface KnownClass {
  readonly definition: ClassDefinition;
  readonly profiles: readonly string[];
  readonly complete: Completer;
  readonly validate: Validator;
}

/** Does to a copy of an event what the runtime does before it is stored: time, product, completion, validation. */
export function createEventCheck(subject: MappingSubject): EventCheck {
  const classes = new Map(subject.emits.map((emitted) => knownClass(subject, emitted)));
  return (event) => {
    const known = classes.get(event['class_uid']);
    if (known === undefined) return undeclared(event);
    const whole = completed(event, known, subject);
    const { definition, profiles, validate } = known;
    return { event: whole, definition, profiles: new Set(profiles), findings: validate(whole) };
  };
}

function knownClass(
  { catalogue }: MappingSubject,
  emitted: MappingSubject['emits'][number],
): readonly [unknown, KnownClass] {
  const definition = catalogue.classes.get(emitted.class);
  if (definition === undefined) throw new Error(`OCSF ${catalogue.release} has no class ${emitted.class}.`);
  const { profiles } = emitted;
  const options = { classUid: definition.uid, profiles };
  const complete = createCompleter(catalogue, options);
  return [definition.uid, { definition, profiles, complete, validate: createValidator(catalogue, options) }];
}

function completed(
  event: Readonly<Record<string, unknown>>,
  { profiles, complete }: KnownClass,
  { catalogue, product, context }: MappingSubject,
): Record<string, unknown> {
  const own = structuredClone(event);
  const metadata = { product: { ...product }, profiles, ...fieldsOf(own['metadata']), version: catalogue.release };
  const whole = { time: context.receivedAt, ...own, metadata };
  complete(whole);
  return whole;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function undeclared(event: Readonly<Record<string, unknown>>): CheckedEvent {
  const message = `class_uid ${String(event['class_uid'])} is not among the classes that are declared`;
  const finding: CheckFinding = { severity: 'error', code: 'class_not_declared', path: 'class_uid', message };
  return { event, definition: undefined, profiles: new Set(), findings: [finding] };
}
