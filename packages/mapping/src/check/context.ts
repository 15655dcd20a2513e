import type { Catalogue } from '@sluice/ocsf';
import type { Casts } from '../value/casts.ts';
import type { Functions } from '../value/function.ts';
import type { DocumentNode, MapNode } from '../document/node.ts';
import type { Place, Problems } from '../problems.ts';
import type { Part } from './model.ts';

/** A named table of the document. */
interface LookupTable {
  readonly node: MapNode;
  readonly at: Place;
}

export interface Fragment {
  readonly node: MapNode;
  readonly at: Place;
}

/** What all checks of one document share. */
export interface CheckContext {
  readonly problems: Problems;
  readonly catalogue: Catalogue;
  readonly functions: Functions;
  readonly casts: Casts;
  /** Profiles of the document that the catalogue knows. */
  readonly profiles: ReadonlySet<string>;
  readonly format: string;
  readonly nullValues: readonly string[];
  readonly parts: Map<string, Part>;
  /** Parts of single rules, in the order of the document. */
  readonly matches: Part[];
  readonly lookups: ReadonlyMap<string, LookupTable>;
  readonly fragments: ReadonlyMap<string, Fragment>;
  /** Names of parts, lookups and fragments that something refers to: `part line`. */
  readonly used: Set<string>;
  /** Whether a value that was read since the rule began leaves the record to the next rule. */
  readonly passing: { found: boolean };
}

/** Where in the document a check is. */
export interface Surroundings {
  /** Whether `@` is an item: within a loop. */
  readonly inLoop: boolean;
}

export function isText(node: DocumentNode): node is DocumentNode & { kind: 'scalar'; value: string } {
  return node.kind === 'scalar' && typeof node.value === 'string';
}
