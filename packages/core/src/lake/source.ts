import type { ObjectStore } from '../store/object-store.ts';

/**
 * A custom source as Security Lake knows it: one OCSF class, one set of columns from its first object to its last.
 * Other columns, another class or another release of OCSF are another source.
 */
export interface CustomSource {
  /** At most 20 characters of `[A-Za-z0-9_.-]`. (Security Lake: the name becomes part of a role name of 64.) */
  readonly name: string;
  /** OCSF class name: `authentication`. */
  readonly class: string;
  /** Profiles that its events may have in `metadata.profiles`. */
  readonly profiles: readonly string[];
  /** Attribute paths beside the base columns; append only. See `EmittedClass` in `@sluice/connector`. */
  readonly columns: readonly string[];
  /**
   * Where its objects go, below the store: the path of `provider.location` in Security Lake's answer. Default
   * `ext/<name>/`, which is right for a folder; for a bucket take it from the answer, never build it.
   */
  readonly prefix?: string;
  /** Where it is stored, when that is not the lake's own store (each source of a real lake has a role of its own). */
  readonly store?: ObjectStore;
}
