import type { HttpFacts } from './facts.ts';

/** OCSF's `user`; undefined where the record names none. */
export function userOf(http: HttpFacts): Record<string, unknown> | undefined {
  if (http.user === undefined && http.userUid === undefined) return undefined;
  const user: Record<string, unknown> = {};
  if (http.user !== undefined) user['name'] = http.user;
  if (http.userUid !== undefined) user['uid'] = http.userUid;
  return user;
}
