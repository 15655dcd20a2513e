import type { Attribute } from '../catalogue.ts';

/** An enum attribute, prepared for the generated code. */
export interface EnumCaptions {
  /** Captions by id, as a number and as a bigint. 99 has none: what the source itself calls it is its caption. */
  readonly captions: ReadonlyMap<unknown, string>;
  /** The same for small numbers, by index. */
  readonly byNumber: readonly (string | undefined)[];
  /** Ids by caption, in lower case. */
  readonly ids: ReadonlyMap<string, number | string>;
  /** What a caption that is none of them means. */
  readonly other: number | string | undefined;
}

/** Captions are short; a longer text is none and need not be put into lower case. */
const maxCaptionLength = 256;

export function enumCaptions(attribute: Attribute): EnumCaptions {
  const isText = attribute.type === 'string_t';
  const captions = new Map<unknown, string>();
  const ids = new Map<string, number | string>();
  for (const [key, { caption, deprecated }] of attribute.enum ?? []) {
    const id = isText ? key : Number(key);
    if (id !== 99) captions.set(id, caption);
    if (typeof id === 'number' && id !== 99 && Number.isInteger(id)) captions.set(BigInt(id), caption);
    const lower = caption.toLowerCase();
    if (deprecated === undefined || !ids.has(lower)) ids.set(lower, id);
  }
  return {
    captions,
    byNumber: byNumber(captions),
    ids,
    other: !isText && attribute.enum?.has('99') === true ? 99 : undefined,
  };
}

const maxIndex = 256;

/** Captions of ids from 0 to 255 as a list: quicker to ask than a map. */
export function byNumber(captions: ReadonlyMap<unknown, string>): readonly (string | undefined)[] {
  const small = [...captions.keys()].filter(
    (id) => typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < maxIndex,
  );
  return Array.from({ length: Math.max(0, ...small.map((id) => Number(id) + 1)) }, (_, id) => captions.get(id));
}

/** The id that a caption stands for: 99 Other where the enum has it and no caption fits. */
export function idOfCaption(values: EnumCaptions, caption: unknown): number | string | undefined {
  if (typeof caption !== 'string' || caption === '') return undefined;
  const known = caption.length > maxCaptionLength ? undefined : values.ids.get(caption.toLowerCase());
  return known ?? values.other;
}

/** The captions of an array of ids; undefined where one of them is unknown. 99 is `Other`. */
export function captionsOfIds(values: EnumCaptions, ids: unknown): readonly string[] | undefined {
  if (!Array.isArray(ids) || ids.length === 0) return undefined;
  const captions = ids.map((id: unknown) => (id === 99 ? 'Other' : values.captions.get(id)));
  return captions.every((caption) => caption !== undefined) ? captions : undefined;
}

/** The ids of an array of captions; undefined where one of them is unknown. */
export function idsOfCaptions(values: EnumCaptions, captions: unknown): readonly (number | string)[] | undefined {
  if (!Array.isArray(captions) || captions.length === 0) return undefined;
  const ids = captions.map((caption: unknown) => idOfCaption(values, caption));
  return ids.every((id) => id !== undefined) ? ids : undefined;
}
