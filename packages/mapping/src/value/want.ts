import type { Attribute, Catalogue } from '@sluice/ocsf';

/** The kind of value that an attribute takes. */
type WantKind =
  | 'text'
  | 'ip'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'time'
  | 'datetime'
  | 'enum'
  | 'text_enum'
  | 'map'
  | 'any';

/** What a value has to be to fit. */
export interface Want {
  readonly kind: WantKind;
  /** For messages: `an integer from 0 to 65535`. */
  readonly says: string;
  readonly maxLength: number;
  readonly min: number;
  readonly max: number;
  /** Ids by id, by their text and by their caption in lower case. */
  readonly ids: ReadonlyMap<unknown, unknown>;
  /** Whether 99 stands for whatever has no id. */
  readonly hasOther: boolean;
  readonly captions: readonly string[];
}

const int64 = 2 ** 63;
const noIds: ReadonlyMap<unknown, unknown> = new Map();
const base = { maxLength: Infinity, min: -int64, max: int64, ids: noIds, hasOther: false, captions: [] };

export const wantAny: Want = { ...base, kind: 'any', says: 'anything' };
export const wantText: Want = { ...base, kind: 'text', says: 'a text' };

/** What an attribute takes; each of its elements, where it is an array. */
export function wantOf(attribute: Attribute, catalogue: Catalogue): Want {
  if (attribute.objectType !== undefined) return { ...base, kind: 'map', says: 'a map' };
  if (attribute.enum !== undefined) return enumWant(attribute, catalogue);
  if (attribute.type === 'timestamp_t') return { ...base, kind: 'time', says: 'a time' };
  if (attribute.type === 'datetime_t') return { ...base, kind: 'datetime', says: 'a time' };
  return typeWant(attribute.type, catalogue);
}

function typeWant(name: string, catalogue: Catalogue): Want {
  const type = catalogue.types.get(name);
  const superType = catalogue.types.get(type?.superType ?? '');
  const maxLength = type?.maxLength ?? superType?.maxLength ?? Infinity;
  switch (type?.superType ?? name) {
    case 'string_t':
      return name === 'ip_t'
        ? { ...base, kind: 'ip', says: 'an IP address', maxLength }
        : { ...base, kind: 'text', says: 'a text', maxLength };
    case 'integer_t':
    case 'long_t':
      return integerWant(type?.range ?? superType?.range);
    case 'float_t':
      return { ...base, kind: 'float', says: 'a number' };
    case 'boolean_t':
      return { ...base, kind: 'boolean', says: 'true or false' };
    default:
      return wantAny;
  }
}

function integerWant(range: readonly [number, number] | undefined): Want {
  const says = range === undefined ? 'a whole number' : `a whole number from ${range[0]} to ${range[1]}`;
  return { ...base, kind: 'integer', says, min: range?.[0] ?? -int64, max: range?.[1] ?? int64 };
}

function enumWant(attribute: Attribute, catalogue: Catalogue): Want {
  const plain = typeWant(attribute.type, catalogue);
  const isText = plain.kind === 'text';
  const ids = new Map<unknown, unknown>();
  const captions: string[] = [];
  for (const [text, { caption }] of attribute.enum ?? []) {
    const id = isText ? text : Number(text);
    captions.push(isText ? text : `${text} ${caption}`);
    for (const name of [id, text, text.toLowerCase(), caption.toLowerCase()]) if (!ids.has(name)) ids.set(name, id);
  }
  const says = isText ? 'one of its values' : 'one of its ids or captions';
  const hasOther = !isText && !attribute.isArray && ids.has(99);
  return { ...base, kind: isText ? 'text_enum' : 'enum', says, ids, hasOther, captions };
}
