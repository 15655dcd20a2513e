import type { EnumValue } from '../catalogue.ts';
import { OcsfError } from '../errors.ts';
import { identityEnums } from '../identity-enums.ts';
import type { SourceAttribute, SourceCategory, SourceItem } from './source.ts';

/** Which class, in numbers. */
export interface ClassUids {
  readonly uid: number;
  readonly categoryUid: number;
  readonly categoryName: string;
}

/** A class without a uid only serves others to inherit from. */
export function isHiddenClass(item: SourceItem, name: string): boolean {
  return item.uid === undefined && name !== 'base_event';
}

/**
 * A class's uid is `category uid * 1000 + uid`; that of an extension's class is
 * `(extension uid * 100 + category uid) * 1000 + uid`.
 */
export function identifyClass(item: SourceItem, categories: ReadonlyMap<string, SourceCategory>): ClassUids {
  const category = categories.get(item.category ?? '');
  if (category === undefined && item.category !== 'other') {
    throw new OcsfError('schema_invalid', `${item.path} has the category "${item.category}", which is not defined.`);
  }
  const categoryUid = category?.uid ?? 0;
  const isScoped = item.extensionUid === undefined || category?.isExtension === true;
  const scopedCategoryUid = isScoped ? categoryUid : (item.extensionUid ?? 0) * 100 + categoryUid;
  return {
    uid: scopedCategoryUid * 1000 + (item.uid ?? 0),
    categoryUid,
    categoryName: category?.caption ?? 'Uncategorized',
  };
}

/** Narrows `class_uid`, `category_uid` and `type_uid` to what they can be in this class. */
export function narrowIdentityEnums(item: SourceItem, uids: ClassUids): void {
  const activities = item.attributes.get('activity_id')?.enum;
  if (activities === undefined) {
    throw new OcsfError('schema_invalid', `${item.path} has no enum for "activity_id", which every class needs.`);
  }
  const enums = identityEnums({ ...uids, caption: item.caption ?? item.name ?? '' }, activities);
  setEnum(item.attributes, 'class_uid', enums.class_uid);
  setEnum(item.attributes, 'type_uid', enums.type_uid);
  if (item.category !== 'other') setEnum(item.attributes, 'category_uid', enums.category_uid);
}

function setEnum(attributes: Map<string, SourceAttribute>, name: string, values: ReadonlyMap<string, EnumValue>): void {
  attributes.set(name, { ...attributes.get(name), enum: new Map(values) });
}
