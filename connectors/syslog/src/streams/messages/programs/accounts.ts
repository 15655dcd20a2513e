import type { MappedEvent } from '@sluice/connector';
import { AccountActivityId, accountChange, type AccountFacts } from '../events/account-change.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { GroupActivityId, groupManagement, type GroupFacts } from '../events/group-management.ts';
import { phrase } from '../text/phrase.ts';
import type { Received } from '../received.ts';

type Account = Pick<AccountFacts, 'activityId' | 'user'> & Partial<AccountFacts>;
type GroupChange = Pick<GroupFacts, 'activityId' | 'group'> & Partial<GroupFacts>;

const product = { vendor_name: 'shadow-maint', name: 'shadow' };

const accountReaders: readonly ((text: string) => Account | undefined)[] = [
  reader(phrase('new user: name={name}, UID={uid}, GID={rest}'), ({ name, uid, rest }) => newUser(name, uid, rest)),
  reader(phrase('new user: name={name}, uid={uid}, gid={rest}'), ({ name, uid, rest }) => newUser(name, uid, rest)),
  reader(phrase('new account added - account={name}, uid={uid}, gid={rest}'), ({ name, uid, rest }) =>
    newUser(name, uid, rest),
  ),
  reader(phrase("failed adding user '{name}'{rest}"), ({ name, rest }) => ({
    activityId: AccountActivityId.Create,
    user: { name },
    outcome: Outcome.Failure,
    statusDetail: rest.replace(/^, /, '') || undefined,
  })),
  reader(phrase("failed to delete user '{name}'"), ({ name }) => ({
    activityId: AccountActivityId.Delete,
    user: { name },
    outcome: Outcome.Failure,
  })),
  reader(phrase("delete user '{name}'"), ({ name }) => ({ activityId: AccountActivityId.Delete, user: { name } })),
  reader(phrase("change user name '{name}' to '{after}'"), ({ name, after }) => renamed(name, after)),
  reader(phrase("lock user '{name}' password"), ({ name }) => ({ activityId: AccountActivityId.Lock, user: { name } })),
  reader(phrase("unlock user '{name}' password"), ({ name }) => ({
    activityId: AccountActivityId.Enable,
    user: { name },
  })),
  reader(phrase("change user '{name}' {what}"), ({ name, what }) => changed(name, what)),
  reader(phrase("changed user '{name}' {what}"), ({ name, what }) => changed(name, what)),
  reader(phrase("change expiration of '{name}' from {what}"), ({ name, what }) =>
    changed(name, `expiration from ${what}`),
  ),
  reader(phrase('changed password expiry for {name}'), ({ name }) => changed(name, 'expiry of the password')),
  reader(phrase("password for '{name}' changed by '{actor}'"), ({ name, actor }) => passwordOf(name, actor)),
  reader(phrase('password for {name} changed by {actor}'), ({ name, actor }) => passwordOf(name, actor)),
];

const groupReaders: readonly ((text: string) => GroupChange | undefined)[] = [
  reader(phrase('new group: name={name}, GID={uid}'), ({ name, uid }) => created(name, uid)),
  reader(phrase('group added to /etc/group: name={name}, GID={uid}'), ({ name, uid }) => created(name, uid)),
  reader(phrase('group added to {file}: name={name}'), ({ name }) => created(name)),
  reader(phrase("removed shadow group '{name}'"), ({ name }) => deleted(name)),
  reader(phrase("group '{name}' removed"), ({ name }) => deleted(name)),
  reader(phrase("removed group '{name}'"), ({ name }) => deleted(name)),
  reader(phrase('failed to add group {name}'), ({ name }) => ({ ...created(name), outcome: Outcome.Failure })),
  reader(phrase("add '{user}' to group '{name}'"), ({ user, name }) => joined(user, name)),
  reader(phrase("add '{user}' to shadow group '{name}'"), ({ user, name }) => joined(user, name)),
  reader(phrase("delete '{user}' from group '{name}'"), ({ user, name }) => left(user, name)),
  reader(phrase("delete '{user}' from shadow group '{name}'"), ({ user, name }) => left(user, name)),
  reader(phrase('user {user} added by {actor} to group {name}'), ({ user, actor, name }) => ({
    ...joined(user, name),
    actor: { name: actor },
  })),
  reader(phrase('user {user} removed by {actor} from group {name}'), ({ user, actor, name }) => ({
    ...left(user, name),
    actor: { name: actor },
  })),
  reader(phrase('members of group {name} set by {actor} to {members}'), ({ name, actor, members }) => ({
    ...edited(name, 'Set Members'),
    actor: { name: actor },
    unmapped: { members },
  })),
  reader(
    phrase('administrators of group {name} set by {actor} to {administrators}'),
    ({ name, actor, administrators }) => ({
      ...edited(name, 'Set Administrators'),
      actor: { name: actor },
      unmapped: { administrators },
    }),
  ),
  reader(phrase('add member {user} to group {name} by {actor}'), ({ user, actor, name }) => ({
    ...joined(user, name),
    actor: { name: actor },
  })),
  reader(phrase('remove member {user} from group {name} by {actor}'), ({ user, actor, name }) => ({
    ...left(user, name),
    actor: { name: actor },
  })),
  reader(phrase('set members of {name} to {members}'), ({ name, members }) => ({
    ...edited(name, 'Set Members'),
    unmapped: { members },
  })),
  reader(phrase('password of group {name} {verb} by {actor}'), ({ name, actor }) => ({
    ...edited(name, 'Password Change'),
    actor: { name: actor },
  })),
  reader(phrase('group changed in {file} (group {name}'), ({ name }) =>
    edited(name.split(/[/,)]/)[0] ?? name, 'Update'),
  ),
];

/**
 * useradd, usermod, userdel, groupadd, groupmod, groupdel, gpasswd, passwd, chage and the like, of shadow. They name who
 * asked only where they say so: otherwise sudo's or su's own messages do.
 */
export function mapAccounts(received: Received): MappedEvent | undefined {
  const text = received.text.replace(/ on tty .{1,64}$|, from=.{1,128}$/, '').replaceAll('`', "'");
  const base = { product, process: writerOf(received) };
  for (const read of accountReaders) {
    const facts = read(text);
    if (facts !== undefined && facts.user.name !== '')
      return accountChange(received, { ...base, outcome: Outcome.Success, ...facts });
  }
  for (const read of groupReaders) {
    const facts = read(text);
    if (facts !== undefined && facts.group.name !== '')
      return groupManagement(received, { ...base, outcome: Outcome.Success, ...facts });
  }
  return undefined;
}

function reader<Gaps, Facts>(
  read: (text: string) => Gaps | undefined,
  toFacts: (gaps: Gaps) => Facts,
): (text: string) => Facts | undefined {
  return (text) => {
    const gaps = read(text);
    return gaps === undefined ? undefined : toFacts(gaps);
  };
}

function newUser(name: string, uid: string, rest: string): Account {
  return { activityId: AccountActivityId.Create, user: { name, uid }, unmapped: detailsOf(`GID=${rest}`) };
}

function renamed(name: string, after: string): Account {
  return { activityId: AccountActivityId.Other, activityName: 'Rename', user: { name }, result: { name: after } };
}

/** `password`, `shell from '/bin/sh' to '/bin/bash'`, `UID from '1000' to '1001'`. */
function changed(name: string, what: string): Account {
  if (what === 'password') return passwordOf(name);
  return { activityId: AccountActivityId.Other, activityName: 'Update', user: { name }, statusDetail: what };
}

function passwordOf(name: string, actor?: string): Account {
  return {
    activityId: AccountActivityId.PasswordChange,
    user: { name },
    actor: actor === undefined ? undefined : { name: actor },
  };
}

/** `GID=1000, home=/home/alice, shell=/bin/bash` by their names in lower case. */
function detailsOf(text: string): Record<string, string> {
  const details: Record<string, string> = Object.create(null);
  for (const piece of text.split(', ')) {
    const sign = piece.indexOf('=');
    if (sign > 0) details[piece.slice(0, sign).toLowerCase()] = piece.slice(sign + 1);
  }
  return details;
}

function created(name: string, uid?: string): GroupChange {
  return { activityId: GroupActivityId.Create, group: { name, uid } };
}

function deleted(name: string): GroupChange {
  return { activityId: GroupActivityId.Delete, group: { name } };
}

function joined(user: string, name: string): GroupChange {
  return { activityId: GroupActivityId.AddUser, group: { name }, user: { name: user } };
}

function left(user: string, name: string): GroupChange {
  return { activityId: GroupActivityId.RemoveUser, group: { name }, user: { name: user } };
}

function edited(name: string, activityName: string): GroupChange {
  return { activityId: GroupActivityId.Other, activityName, group: { name } };
}
