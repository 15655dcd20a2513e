import type { CharSet } from './char-set.ts';

/** A regular expression as a tree. Groups without a name only bracket, so they are not in it. */
export type PatternNode =
  | { readonly kind: 'chars'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly items: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly item: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
    }
  | { readonly kind: 'group'; readonly name: string; readonly item: PatternNode }
  | { readonly kind: 'boundary'; readonly isNegated: boolean };

export function minLength(node: PatternNode): number {
  switch (node.kind) {
    case 'chars':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + minLength(item), 0);
    case 'choice':
      return Math.min(...node.items.map(minLength));
    case 'repeat':
      return node.min * minLength(node.item);
    case 'group':
      return minLength(node.item);
    case 'boundary':
      return 0;
  }
}

export function maxLength(node: PatternNode): number {
  switch (node.kind) {
    case 'chars':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + maxLength(item), 0);
    case 'choice':
      return Math.max(...node.items.map(maxLength));
    case 'repeat':
      return node.max === 0 ? 0 : maxLength(node.item) * node.max;
    case 'group':
      return maxLength(node.item);
    case 'boundary':
      return 0;
  }
}

/** Whether some text fits. An empty character class fits nothing. */
export function canMatch(node: PatternNode): boolean {
  switch (node.kind) {
    case 'chars':
      return node.set.length > 0;
    case 'sequence':
      return node.items.every(canMatch);
    case 'choice':
      return node.items.some(canMatch);
    case 'repeat':
      return node.min === 0 || canMatch(node.item);
    case 'group':
      return canMatch(node.item);
    case 'boundary':
      return true;
  }
}

/** What is known of a named group without looking at a text. */
export interface GroupFacts {
  readonly name: string;
  /** Whether it takes part in every match. */
  readonly isCertain: boolean;
  readonly item: PatternNode;
}

export function groupsOf(node: PatternNode, isCertain = true): readonly GroupFacts[] {
  switch (node.kind) {
    case 'sequence':
      return node.items.flatMap((item) => groupsOf(item, isCertain));
    case 'choice':
      return node.items.flatMap((item) => groupsOf(item, isCertain && node.items.length === 1));
    case 'repeat':
      return groupsOf(node.item, isCertain && node.min > 0);
    case 'group':
      return [{ name: node.name, isCertain, item: node.item }, ...groupsOf(node.item, isCertain)];
    default:
      return [];
  }
}
