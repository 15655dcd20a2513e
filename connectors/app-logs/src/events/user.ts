import type { User } from '@sluice/ocsf/1.3.0';
import type { HttpFacts } from './facts.ts';

/** OCSF's `user`; undefined where the record names none. */
export function userOf(http: HttpFacts): User | undefined {
  if (http.user === undefined && http.userUid === undefined) return undefined;
  const user: User = {};
  if (http.user !== undefined) user.name = http.user;
  if (http.userUid !== undefined) user.uid = http.userUid;
  return user;
}
