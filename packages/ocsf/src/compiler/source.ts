import type { EnumValue } from '../catalogue.ts';

/** An attribute as a schema's files say it, before the dictionary fills in the rest. Mutable: merging works in place. */
export interface SourceAttribute {
  caption?: string;
  type?: string;
  requirement?: string;
  /** `null`: said never to depend on a profile. */
  profiles?: readonly string[] | null;
  enum?: Map<string, EnumValue>;
  sibling?: string;
  observable?: number;
  isArray?: boolean;
  group?: string;
  deprecated?: string;
  /** File whose content is merged under this attribute. */
  include?: string;
}

/** A class, object or profile as its file says it. */
export interface SourceItem {
  readonly path: string;
  name?: string;
  caption?: string;
  extends?: string;
  uid?: number;
  category?: string;
  meta?: string;
  profiles?: readonly string[];
  attributes: Map<string, SourceAttribute>;
  /** Files whose attributes are merged under these. */
  includes: readonly string[];
  /** What each included attribute takes where it does not say it itself. */
  annotations: SourceAttribute;
  constraints?: ReadonlyMap<string, readonly string[]>;
  observable?: number;
  observables?: ReadonlyMap<string, number>;
  deprecated?: string;
  extension?: string;
  extensionUid?: number;
}

export interface SourceType {
  readonly name: string;
  readonly caption: string;
  readonly superType?: string;
  readonly regex?: string;
  readonly maxLength?: number;
  readonly range?: readonly [number, number];
  readonly values?: readonly unknown[];
  readonly observable?: number;
}

export interface SourceDictionary {
  readonly attributes: Map<string, SourceAttribute>;
  readonly types: Map<string, SourceType>;
}

export interface SourceCategory {
  readonly uid: number;
  readonly caption: string;
  /** Whether an extension defines it, so that its uid is in that extension's range already. */
  readonly isExtension: boolean;
}

/** What one folder of files defines: a schema, or an extension of one. */
export interface SourceFolder {
  readonly dir: string;
  readonly categories: Map<string, SourceCategory>;
  readonly dictionary: SourceDictionary;
  readonly classes: Map<string, SourceItem>;
  readonly objects: Map<string, SourceItem>;
  readonly profiles: Map<string, SourceItem>;
}
