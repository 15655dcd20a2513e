import type { Attribute } from '../catalogue.ts';
import { enumText } from './enum-text.ts';
import type { Report } from './report.ts';

/** An enum attribute, prepared for the generated code. */
export interface EnumCheck {
  readonly attribute: Attribute;
  /** Captions by id, both as a number and as text. Ids that are deprecated are not here, so that they are noticed. */
  readonly captions: ReadonlyMap<unknown, string>;
  /** Whether whole numbers are bigints. */
  readonly exact: boolean;
}

export function enumCheck(attribute: Attribute, exact: boolean): EnumCheck {
  const captions = new Map<unknown, string>();
  for (const [id, value] of attribute.enum ?? []) {
    if (value.deprecated !== undefined) continue;
    captions.set(id, value.caption);
    if (attribute.type !== 'string_t' && /^-?\d{1,15}$/.test(id))
      captions.set(exact ? BigInt(id) : Number(id), value.caption);
  }
  return { attribute, captions, exact };
}

/** What to do with a value that `captions` lacks: report it, and say its caption where it has one after all. */
export function rareEnumValue(
  check: EnumCheck,
  report: Report,
  n: number,
  value: unknown,
  isElement: boolean,
): string | undefined {
  const text = enumText(value, check.exact);
  const known = text === undefined ? undefined : check.attribute.enum?.get(text);
  if (known === undefined) {
    const code = isElement ? 'attribute_enum_array_value_unknown' : 'attribute_enum_value_unknown';
    report.enumUnknown(n, check.attribute, value, code);
    return undefined;
  }
  if (known.deprecated !== undefined) {
    const code = isElement ? 'attribute_enum_array_value_deprecated' : 'attribute_enum_value_deprecated';
    report.add(n, code, value, `an id that is not deprecated (since ${known.deprecated})`);
  }
  return known.caption;
}

/** An array of ids and, where there is one, the array of their captions. */
export function checkEnumArray(check: EnumCheck, report: Report, d: number, ids: unknown, captions: unknown): void {
  if (!Array.isArray(ids)) return;
  const { name, sibling } = check.attribute;
  for (let index = 0; index < ids.length; index++) {
    const id: unknown = ids[index];
    const caption = check.captions.get(id) ?? rareEnumValue(check, report, report.atElement(d, name, index), id, true);
    if (caption === undefined || id === 99 || id === 99n || sibling === undefined || !Array.isArray(captions)) continue;
    const found: unknown = captions[index];
    if (found === caption) continue;
    const n = report.atElement(d, sibling, index);
    const isMissing = found === undefined || found === null;
    const code = isMissing ? 'attribute_enum_array_sibling_missing' : 'attribute_enum_array_sibling_incorrect';
    report.add(n, code, found ?? undefined, JSON.stringify(caption));
  }
}
