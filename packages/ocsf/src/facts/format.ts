/**
 * A catalogue as compact JSON. Distinct attributes and enums stand once in tables, and classes and objects point at
 * them by index: most attribute uses of a release are repetitions.
 */
export interface CatalogueFacts {
  readonly release: string;
  readonly enums: readonly EnumFacts[];
  readonly attributes: readonly AttributeFacts[];
  readonly classes: readonly ClassFacts[];
  readonly objects: readonly ItemFacts[];
  readonly types: readonly TypeFacts[];
  readonly profiles: readonly string[];
  /** Observable type ids with captions. */
  readonly observables: readonly (readonly [number, string])[];
  /** uid, name, caption. */
  readonly categories: readonly (readonly [number, string, string])[];
  readonly extensions: readonly (readonly [number, string, string])[];
}

export interface EnumFacts {
  /** Ids, in order. */
  readonly i: readonly string[];
  /** Captions of the ids. */
  readonly c: readonly string[];
  /** Ids that are deprecated, with the release that did it. */
  readonly d?: readonly (readonly [string, string])[];
}

export interface AttributeFacts {
  readonly n: string;
  readonly c: string;
  /** Type; absent where `o` names an object. */
  readonly t?: string;
  readonly o?: string;
  readonly a?: 1;
  /** `r` required, `c` recommended; absent: optional. */
  readonly r?: 'r' | 'c';
  readonly p?: readonly string[];
  /** Index of the enum; -1 where it follows from the class's ids. */
  readonly e?: number;
  readonly s?: string;
  readonly b?: number;
  readonly d?: string;
  readonly g?: string;
}

export interface ItemFacts {
  readonly n: string;
  readonly c: string;
  readonly x?: string;
  /** Indices of the attributes. */
  readonly a: readonly number[];
  /** Constraints: kind, attributes. */
  readonly k?: readonly (readonly [string, readonly string[]])[];
  readonly p?: readonly string[];
  readonly b?: number;
  readonly d?: string;
  readonly e?: string;
}

export interface ClassFacts extends ItemFacts {
  readonly u: number;
  readonly cu: number;
  readonly cn: string;
  readonly o?: readonly (readonly [string, number])[];
}

export interface TypeFacts {
  readonly n: string;
  readonly c: string;
  readonly t?: string;
  readonly re?: string;
  readonly m?: number;
  readonly r?: readonly [number, number];
  readonly v?: readonly unknown[];
  readonly b?: number;
}
