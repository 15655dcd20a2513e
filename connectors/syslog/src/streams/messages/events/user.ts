import { UserTypeId, type User } from '@sluice/ocsf/1.3.0';

/** Someone, by name or id or both. */
export interface UserFacts {
  readonly name?: string | undefined;
  readonly uid?: string | undefined;
  readonly domain?: string | undefined;
  /** Fingerprint of the key or certificate that was shown. */
  readonly credential?: string | undefined;
  readonly groups?: readonly string[] | undefined;
}

/** The user of messages that are about one and do not say which. */
export const nobodyNamed: UserFacts = { name: 'unknown' };

export function userOf({ name, uid, domain, credential, groups }: UserFacts): User {
  const user: User = {};
  if (name !== undefined) user.name = name;
  if (uid !== undefined) user.uid = uid;
  if (domain !== undefined && domain !== '') user.domain = domain;
  if (uid === '0' || name === 'root') user.type_id = UserTypeId.Admin;
  else if (name === nobodyNamed.name && uid === undefined) user.type_id = UserTypeId.Unknown;
  if (credential !== undefined) user.credential_uid = credential;
  if (groups !== undefined && groups.length > 0) user.groups = groups.map((group) => ({ name: group }));
  return user;
}

/** Undefined where neither name nor id is said. */
export function knownUserOf(facts: UserFacts | undefined): User | undefined {
  if (facts === undefined || ((facts.name ?? '') === '' && (facts.uid ?? '') === '')) return undefined;
  return userOf({ ...facts, name: facts.name === '' ? undefined : facts.name });
}

/** `DOMAIN\alice` taken apart; the domain of `LOCAL\alice` is the device's own list of users. */
export function qualifiedName(text: string): UserFacts {
  const at = text.indexOf('\\');
  if (at <= 0) return { name: text };
  const name = text.slice(text.charAt(at + 1) === '\\' ? at + 2 : at + 1);
  return name === '' ? { name: text } : { domain: text.slice(0, at), name };
}
