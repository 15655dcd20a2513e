import type { Attribute } from '../catalogue.ts';
import { byNumber } from '../complete/enum-caption.ts';

/** The ids of an enum of which there is nothing to say, as values of its own type. */
export interface EnumAcceptance {
  readonly captions: ReadonlyMap<unknown, string>;
  /** The same for small numbers, by index. */
  readonly byNumber: readonly (string | undefined)[];
  readonly hasSibling: boolean;
}

export function enumAcceptance(attribute: Attribute): EnumAcceptance {
  const captions = new Map<unknown, string>();
  for (const [id, { caption, deprecated }] of attribute.enum ?? []) {
    if (deprecated !== undefined) continue;
    if (attribute.type === 'string_t') captions.set(id, caption);
    else if (/^-?\d{1,15}$/.test(id)) captions.set(Number(id), caption);
  }
  return { captions, byNumber: byNumber(captions), hasSibling: attribute.sibling !== undefined };
}

/** Whether there is nothing to say of a list of ids beside the list of their captions. */
export function fitsEnumArray(values: EnumAcceptance, ids: unknown, captions: unknown): boolean {
  if (!Array.isArray(ids)) return false;
  const isCompared = values.hasSibling && Array.isArray(captions);
  return ids.every((id: unknown, index) => {
    const caption = values.captions.get(id);
    return caption !== undefined && (!isCompared || id === 99 || captions[index] === caption);
  });
}
