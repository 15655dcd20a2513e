import type { Attribute, ClassDefinition, ObjectDefinition } from '../catalogue.ts';
import type { ObjectBody } from './object-body.ts';

/** Makes the code by which a function that completes an object also tells whether the result is beyond doubt. */
export interface AcceptanceOf {
  /** What the code may call by name. */
  readonly runtime: Readonly<Record<string, unknown>>;
  readonly object: (place: AcceptancePlace) => Acceptance;
}

/** The function that is being made. */
export interface AcceptancePlace {
  readonly definition: ObjectDefinition;
  readonly attributes: readonly Attribute[];
  /** The class, where the object is the event itself. */
  readonly identity: ClassDefinition | undefined;
  readonly body: ObjectBody;
  /** The variable by which the code refers to a value. */
  readonly ref: (value: unknown) => string;
}

/** Pieces of code of one function, each empty in a function that only completes. */
export interface Acceptance {
  readonly start: string;
  /** For a key that no attribute has. */
  readonly otherwise: string;
  /** For a value that is not an object where one belongs. */
  readonly refuse: string;
  readonly end: string;
  /** After `key` was written. `value` is the variable with what was written, where it is no id of its enum. */
  wrote(key: string, value?: string): string;
  /** Adds what there is to say of an enum; `id` and `caption` are the variables with what stands there, if there are. */
  enum(attribute: Attribute, id?: string, caption?: string): void;
  /** Adds what there is to say of the ids and names of class, category and type, when all are written. */
  identity(variables: IdentityVariables): void;
  /** Adds what there is to say of attributes. */
  finish(): void;
}

/** The variables that hold what says which class an event is of. */
export type IdentityVariables = Readonly<Record<IdentityKey, string>>;

type IdentityKey =
  | 'class_uid'
  | 'class_name'
  | 'category_uid'
  | 'category_name'
  | 'type_uid'
  | 'type_name'
  | 'activity_id';

const nothing: Acceptance = {
  start: '',
  otherwise: '',
  refuse: '',
  end: '',
  wrote: () => '',
  enum: () => undefined,
  identity: () => undefined,
  finish: () => undefined,
};

/** For functions that only complete. */
export const noAcceptance: AcceptanceOf = { runtime: {}, object: () => nothing };
