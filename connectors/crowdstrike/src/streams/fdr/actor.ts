import type { Actor, Process, User } from '@sluice/ocsf/1.3.0';
import { nameUser } from '../../falcon/account-name.ts';
import type { Fields } from '../../falcon/fields.ts';
import { baseName, fileAt } from '../../falcon/file.ts';
import { userType } from '../../falcon/windows.ts';

/** Fields that name the process that did it, the closest to it first. */
export type ProcessField = 'ContextProcessId' | 'RpcClientProcessId' | 'SourceProcessId' | 'TargetProcessId';

const onlyContext: readonly ProcessField[] = ['ContextProcessId'];

/**
 * Who did it: the process in whose context the sensor saw it, with its user and logon session. Undefined where the
 * record names neither.
 */
export function actorOf(fields: Fields, processFields: readonly ProcessField[] = onlyContext): Actor | undefined {
  const process = contextProcess(fields, processFields);
  const user = processUser(fields);
  if (process === undefined && user === undefined) return undefined;
  const actor: Actor = {};
  if (process !== undefined) actor.process = process;
  if (user !== undefined) actor.user = user;
  const session = fields.text('AuthenticationId');
  if (session !== undefined) actor.session = { uid: session };
  return actor;
}

/** The process that a record is seen in the context of. */
export function contextProcess(fields: Fields, processFields: readonly ProcessField[]): Process | undefined {
  const field = firstOf(fields, processFields);
  const uid = field === undefined ? undefined : fields.text(field);
  const pid = fields.integer('EtwRawProcessId');
  if (uid === undefined && pid === undefined) return undefined;
  const process: Process = {};
  if (uid !== undefined) process.uid = uid;
  if (pid !== undefined) process.pid = pid;
  // The names are those of the context, not of who asked for something by remote procedure call.
  if (field === 'ContextProcessId') nameProcess(process, fields, 'ContextImageFileName', 'ContextBaseFileName');
  return process;
}

function firstOf(fields: Fields, names: readonly ProcessField[]): ProcessField | undefined {
  for (const name of names) if (fields.peek(name) !== undefined) return name;
  return undefined;
}

/** Gives a process its executable and name. */
export function nameProcess(process: Process, fields: Fields, pathField: string, nameField?: string): void {
  const path = fields.text(pathField);
  const name = nameField === undefined ? undefined : fields.text(nameField);
  if (path !== undefined) process.file = fileAt(path);
  const given = name ?? (path === undefined ? undefined : baseName(path));
  if (given !== undefined && given !== '') process.name = given;
}

/** The user by SID or POSIX id, and by name. `DOMAIN\name` is taken apart. */
export function userOf(fields: Fields): User | undefined {
  return userCalled(fields.text('UserName'), fields);
}

/**
 * The user that a process runs as. A name beside which a principal stands is none of a process: the feed then adds to
 * records of all kinds who uses the host, also where the process is root's.
 */
export function processUser(fields: Fields): User | undefined {
  return userCalled(fields.peek('UserPrincipal') === undefined ? fields.text('UserName') : undefined, fields);
}

function userCalled(name: string | undefined, fields: Fields): User | undefined {
  const sid = fields.text('UserSid');
  const uid = sid ?? fields.text('UID') ?? fields.text('FileOperatorSid');
  if (uid === undefined && name === undefined) return undefined;
  const user: User = {};
  if (uid !== undefined) user.uid = uid;
  if (name !== undefined) nameUser(user, name);
  const type = userType(sid, fields.text('UserIsAdmin'));
  if (type !== undefined) user.type_id = type;
  return user;
}
