import {
  ProcessActivityActivityId,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type Actor,
  type Process,
  type ProcessActivity,
  type User,
} from '@sluice/ocsf/1.3.0';
import { nameUser } from '../../../falcon/account-name.ts';
import type { Fields } from '../../../falcon/fields.ts';
import { fileAt, takeHashes } from '../../../falcon/file.ts';
import { integrityId } from '../../../falcon/windows.ts';
import { actorOf, nameProcess, processUser } from '../actor.ts';
import type { EventMaker, FdrRecord, Unfinished } from '../record.ts';

type Event = Unfinished<ProcessActivity>;

/** A process that started: `ProcessRollup2`, and `SyntheticProcessRollup2` for one that ran before the sensor did. */
export const processStart: EventMaker = ({ fields }) => {
  const process = targetProcess(fields);
  if (process === undefined) return undefined;
  const parent = parentProcess(fields);
  if (parent !== undefined) process.parent_process = parent;
  const actor = starter(fields, parent);
  // A copy: completion looks twice at an object that stands in two places.
  if (process.user !== undefined && isSameSession(fields)) actor.user = { ...process.user };
  if (actor.process === undefined && actor.user === undefined) return undefined;
  return activity(ProcessActivityActivityId.Launch, process, actor);
};

/** A process that a policy kept from starting. */
export const processBlocked: EventMaker = (record) => {
  const event = processStart(record);
  return event === undefined ? undefined : { ...event, status_id: StatusId.Failure };
};

/** Who asked for the process, which is not its parent where Windows starts it on another's behalf. */
function starter(fields: Fields, parent: Process | undefined): Actor {
  const source = fields.text('SourceProcessId');
  if (source === undefined || source === parent?.uid) return parent === undefined ? {} : { process: { ...parent } };
  return { process: { uid: source } };
}

/** Whether the process runs in the logon session of the one that started it, as far as the record says. */
function isSameSession(fields: Fields): boolean {
  const parent = fields.peek('ParentAuthenticationId');
  return parent === undefined || parent === fields.peek('AuthenticationId');
}

function parentProcess(fields: Fields): Process | undefined {
  const uid = fields.peek('ParentProcessId');
  if (uid === undefined || uid === '0') return undefined;
  fields.take('ParentProcessId');
  const parent: Process = { uid };
  const name = fields.text('ParentBaseFileName');
  if (name !== undefined) parent.name = name;
  return parent;
}

/** The process that a record is about. */
function targetProcess(fields: Fields): Process | undefined {
  const uid = fields.text('TargetProcessId');
  const pid = fields.integer('RawProcessId');
  if (uid === undefined && pid === undefined) return undefined;
  const process: Process = {};
  if (uid !== undefined) process.uid = uid;
  if (pid !== undefined) process.pid = pid;
  const commandLine = fields.text('CommandLine');
  if (commandLine !== undefined) process.cmd_line = commandLine;
  nameProcess(process, fields, 'ImageFileName');
  takeHashes(process.file, fields);
  const started = fields.time('ProcessStartTime');
  if (started !== undefined) process.created_time = started;
  const ended = fields.time('ProcessEndTime');
  if (ended !== undefined) process.terminated_time = ended;
  const user = processUser(fields);
  if (user !== undefined) process.user = user;
  const session = fields.text('AuthenticationId');
  if (session !== undefined) process.session = { uid: session };
  takeIntegrity(process, fields);
  return process;
}

/** A process by its id alone: of Falcon, or else of its system. */
function idOf({ uid, pid }: Process): Process {
  if (uid !== undefined) return { uid };
  return pid === undefined ? {} : { pid };
}

function takeIntegrity(process: Process, fields: Fields): void {
  const level = fields.peek('IntegrityLevel');
  const id = level === undefined ? undefined : integrityId(Number(level));
  if (id === undefined) return;
  fields.take('IntegrityLevel');
  process.integrity_id = id;
}

/** A process that ended, or was ended. */
export const processEnd: EventMaker = (record) => {
  const { fields } = record;
  const process = targetProcess(fields);
  if (process === undefined) return undefined;
  const context = fields.text('ContextProcessId');
  // Where nobody is named who ended it, it ended itself.
  const actor: Actor = { process: context === undefined ? idOf(process) : { uid: context } };
  if (process.user !== undefined) actor.user = { ...process.user };
  const event = activity(ProcessActivityActivityId.Terminate, process, actor);
  const code = fields.integer('ExitCode');
  return code === undefined ? event : { ...event, exit_code: code };
};

/** A process that was started by a request over WMI. */
export const wmiStart: EventMaker = ({ fields }) => {
  const actor = actorOf(fields, ['RpcClientProcessId', 'ContextProcessId']);
  const process = targetProcess(fields);
  return actor === undefined || process === undefined
    ? undefined
    : activity(ProcessActivityActivityId.Launch, process, actor);
};

/** A process that put something into another one. */
export function injection(typeId: 1 | 2 | 3 | 99, type?: string): EventMaker {
  return ({ fields }) => {
    const actor = actorOf(fields);
    const process = otherProcess(fields);
    if (actor === undefined || process === undefined) return undefined;
    const event: Event = {
      ...activity(ProcessActivityActivityId.Inject, process, actor),
      injection_type_id: typeId,
      ...(type === undefined ? {} : { injection_type: type }),
    };
    const library = fields.first('InjectedDll', 'TargetThreadModule');
    const start = fields.text('ThreadStartAddress');
    if (library === undefined && start === undefined) return event;
    event.module = {
      load_type_id: 0,
      ...(library === undefined ? {} : { file: fileAt(library) }),
      ...(start === undefined ? {} : { start_address: start }),
    };
    return event;
  };
}

/** A handle to a process, opened with rights that allow to read or control it. */
export const processOpen: EventMaker = ({ fields }) => {
  const actor = actorOf(fields);
  const process = otherProcess(fields);
  if (actor?.process === undefined || process === undefined) return undefined;
  // The image is that of who opened the handle.
  nameProcess(actor.process, fields, 'ImageFileName');
  takeHashes(actor.process.file, fields);
  const event: Event = activity(ProcessActivityActivityId.Open, process, actor);
  const access = fields.integer('DesiredAccess');
  if (access !== undefined) event.requested_permissions = access;
  return event;
};

function otherProcess(fields: Fields): Process | undefined {
  const uid = fields.text('TargetProcessId');
  if (uid === undefined) return undefined;
  const pid = fields.integer('RawProcessId');
  return pid === undefined ? { uid } : { uid, pid };
}

/** A process that took on another user's identity. */
export const impersonation: EventMaker = ({ fields }) => {
  const uid = fields.text('ContextProcessId');
  const taken = fields.text('ImpersonatedUserName');
  if (uid === undefined || taken === undefined) return undefined;
  const process: Process = { uid, user: {} };
  if (process.user !== undefined) nameUser(process.user, taken);
  const actor: Actor = { process: { uid } };
  const sid = fields.text('OriginalUserSid');
  const name = fields.text('OriginalUserName');
  if (sid !== undefined || name !== undefined) {
    actor.user = sid === undefined ? {} : { uid: sid };
    if (name !== undefined) nameUser(actor.user, name);
  }
  return activity(ProcessActivityActivityId.SetUserID, process, actor);
};

/** A process that `su` let run as another user: macOS names both. */
export const substitution: EventMaker = ({ fields }) => {
  const uid = fields.text('ContextProcessId');
  const taken = namedUser(fields, 'NewUsername', 'NewUserID');
  if (uid === undefined || taken === undefined) return undefined;
  const user = namedUser(fields, 'OriginalUserName', 'OriginalUserID');
  return activity(
    ProcessActivityActivityId.SetUserID,
    { uid, user: taken },
    { process: { uid }, ...(user === undefined ? {} : { user }) },
  );
};

function namedUser(fields: Fields, nameField: string, idField: string): User | undefined {
  const name = fields.text(nameField);
  const uid = fields.text(idField);
  if (name === undefined && uid === undefined) return undefined;
  return { ...(uid === undefined ? {} : { uid }), ...(name === undefined ? {} : { name }) };
}

/** Something else that a record says about a process. */
export function otherAbout(activityName: string): EventMaker {
  return ({ fields }: FdrRecord) => {
    const process = targetProcess(fields);
    if (process === undefined) return undefined;
    const actor = actorOf(fields) ?? { process: idOf(process) };
    return { ...activity(ProcessActivityActivityId.Other, process, actor), activity_name: activityName };
  };
}

function activity(activityId: ProcessActivityActivityId, process: Process, actor: Actor): Event {
  return {
    class_uid: 1007,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: StatusId.Success,
    process,
    actor,
  };
}
