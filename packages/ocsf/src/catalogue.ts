/** What OCSF says of one attribute of a class or object. */
export interface Attribute {
  readonly name: string;
  readonly caption: string;
  /** Dictionary type (`string_t`, `ip_t`…) or `object_t`. */
  readonly type: string;
  /** Name of the object where `type` is `object_t`; `object` is the open object that takes anything. */
  readonly objectType?: string;
  readonly isArray: boolean;
  readonly requirement: 'required' | 'recommended' | 'optional';
  /** Profiles any of which switches the attribute on; absent where it is always on. */
  readonly profiles?: readonly string[];
  /** Enum ids (as text, in OCSF's own order) and captions. */
  readonly enum?: ReadonlyMap<string, EnumValue>;
  /** The attribute that holds this enum's caption: `severity` for `severity_id`. */
  readonly sibling?: string;
  /** Observable type id of the attribute's values. */
  readonly observable?: number;
  /** Release that deprecated it. */
  readonly deprecated?: string;
  readonly group?: 'classification' | 'occurrence' | 'context' | 'primary';
}

export interface EnumValue {
  readonly caption: string;
  readonly deprecated?: string;
}

/** `at_least_one` or `just_one` of some attributes. */
export interface Constraint {
  readonly kind: string;
  readonly attributes: readonly string[];
}

export interface ObjectDefinition {
  readonly name: string;
  readonly caption: string;
  readonly extends?: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly constraints: readonly Constraint[];
  /** Own profiles and those of all objects within. Informational: an attribute's own `profiles` decide. */
  readonly profiles: readonly string[];
  readonly observable?: number;
  readonly deprecated?: string;
  /** Name of the extension that defines it: `win`. */
  readonly extension?: string;
}

export interface ClassDefinition extends ObjectDefinition {
  readonly uid: number;
  readonly categoryUid: number;
  readonly categoryName: string;
  /** Observable type ids of attribute paths of this class alone. */
  readonly observables?: ReadonlyMap<string, number>;
}

export interface TypeDefinition {
  readonly name: string;
  readonly caption: string;
  /** The type that it narrows: `string_t` for `ip_t`. Absent for primitive types. */
  readonly superType?: string;
  readonly regex?: string;
  readonly maxLength?: number;
  readonly range?: readonly [number, number];
  readonly values?: readonly unknown[];
  readonly observable?: number;
}

export interface CategoryDefinition {
  readonly uid: number;
  readonly name: string;
  readonly caption: string;
}

export interface ExtensionDefinition {
  readonly uid: number;
  readonly name: string;
  readonly caption: string;
}

/** Everything that one release (with extensions) defines. Immutable. */
export interface Catalogue {
  /** `1.3.0` */
  readonly release: string;
  readonly classes: ReadonlyMap<string, ClassDefinition>;
  readonly classesByUid: ReadonlyMap<number, ClassDefinition>;
  readonly objects: ReadonlyMap<string, ObjectDefinition>;
  readonly types: ReadonlyMap<string, TypeDefinition>;
  /** Names as they stand in `metadata.profiles`: those of extensions are scoped (`linux/linux_users`). */
  readonly profiles: ReadonlySet<string>;
  /** Observable type ids and captions. */
  readonly observableTypes: ReadonlyMap<number, string>;
  readonly categories: ReadonlyMap<string, CategoryDefinition>;
  readonly extensions: ReadonlyMap<string, ExtensionDefinition>;
}
