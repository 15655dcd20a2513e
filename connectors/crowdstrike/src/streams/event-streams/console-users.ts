import {
  AccountChangeActivityId,
  SeverityId,
  UserAccessActivityId,
  type AccountChange,
  type Actor,
  type ApiActivityStatusId as StatusId,
  type User,
  type UserAccess,
} from '@sluice/ocsf/1.3.0';
import { isEmailAddress } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';

/** Operations on the account of a user of the console. */
const changes: ReadonlyMap<string, AccountChangeActivityId> = new Map([
  ['createUser', AccountChangeActivityId.Create],
  ['deleteUser', AccountChangeActivityId.Delete],
  ['activateUser', AccountChangeActivityId.Enable],
  ['deactivateUser', AccountChangeActivityId.Disable],
  ['changePassword', AccountChangeActivityId.PasswordChange],
  ['resetPassword', AccountChangeActivityId.PasswordReset],
  ['lockUser', AccountChangeActivityId.Lock],
]);

const grants: ReadonlyMap<string, UserAccessActivityId> = new Map([
  ['grantUserRoles', UserAccessActivityId.AssignPrivileges],
  ['revokeUserRoles', UserAccessActivityId.RevokePrivileges],
]);

/** No more of a list is looked at: all of it stands in `unmapped`. */
const maxPairs = 100;

/** Who did what, from where, and with what outcome. */
export interface Request {
  readonly operation: string;
  readonly actor: Actor;
  readonly ip: string | undefined;
  readonly status: StatusId | undefined;
}

export type UserChange = Omit<AccountChange, 'metadata'> | Omit<UserAccess, 'metadata'>;

/** Whether an operation may be one on a user of the console. */
export function isOnUser(operation: string): boolean {
  return changes.has(operation) || grants.has(operation);
}

/** What was done to a user of the console; undefined where the audit does not say to whom, or which roles it was about. */
export function userChange(event: Fields, { operation, actor, ip, status }: Request): UserChange | undefined {
  const said = pairsOf(event);
  const user = userBy(said);
  if (user === undefined) return undefined;
  const common = {
    severity_id: SeverityId.Informational,
    ...(status === undefined ? {} : { status_id: status }),
    actor,
    user,
    ...(ip === undefined ? {} : { src_endpoint: { ip } }),
    message: operation,
  };
  const change = changes.get(operation);
  if (change !== undefined) return { class_uid: 3001, activity_id: change, ...common };
  const grant = grants.get(operation);
  const roles = (said.get('roles') ?? '').split(',', maxPairs).filter((role) => role !== '');
  if (grant === undefined || roles.length === 0) return undefined;
  return { class_uid: 3005, activity_id: grant, ...common, privileges: roles };
}

function userBy(said: ReadonlyMap<string, string>): User | undefined {
  const name = said.get('target_name');
  if (name === undefined) return undefined;
  const uid = said.get('target_user_uuid') ?? said.get('target_uuid');
  return {
    name,
    ...(isEmailAddress(name) ? { email_addr: name } : {}),
    ...(uid === undefined ? {} : { uid }),
  };
}

/** What the audit says beside, by its keys; the list is not taken. */
function pairsOf(event: Fields): ReadonlyMap<string, string> {
  const list = event.raw('AuditKeyValues');
  const pairs: readonly unknown[] = Array.isArray(list) ? list.slice(0, maxPairs) : [];
  return new Map(
    pairs.flatMap((item) => {
      const pair = event.within(item);
      const [key, value] = [pair?.peek('Key'), pair?.peek('ValueString')];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}
