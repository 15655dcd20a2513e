import type { EnumValue } from './catalogue.ts';

/** What the ids of a class follow from. */
export interface ClassIdentity {
  readonly uid: number;
  readonly caption: string;
  readonly categoryUid: number;
  readonly categoryName: string;
}

/** What `class_uid`, `category_uid` and `type_uid` can be in one class. */
export interface IdentityEnums {
  readonly class_uid: ReadonlyMap<string, EnumValue>;
  readonly category_uid: ReadonlyMap<string, EnumValue>;
  /** `class_uid * 100 + activity_id` for every activity, and for 0 Unknown in any case. */
  readonly type_uid: ReadonlyMap<string, EnumValue>;
}

export function identityEnums(identity: ClassIdentity, activities: ReadonlyMap<string, EnumValue>): IdentityEnums {
  const typeUids = new Map<string, EnumValue>();
  for (const [activityId, activity] of activities) {
    const caption = `${identity.caption}: ${activity.caption}`;
    typeUids.set(String(identity.uid * 100 + Number(activityId)), { ...activity, caption });
  }
  typeUids.set(String(identity.uid * 100), { caption: `${identity.caption}: Unknown` });
  return {
    class_uid: new Map([[String(identity.uid), { caption: identity.caption }]]),
    category_uid: new Map([[String(identity.categoryUid), { caption: identity.categoryName }]]),
    type_uid: typeUids,
  };
}
