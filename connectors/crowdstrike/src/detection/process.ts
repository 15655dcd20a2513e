import type { Process, User } from '@sluice/ocsf/1.3.0';
import { isText, type Fields } from '../falcon/fields.ts';
import { baseName, fileAt, isHash } from '../falcon/file.ts';
import { isSystemSid } from '../falcon/windows.ts';

/** Names of the fields that a process is described with, which differ by interface. */
export interface ProcessNames {
  readonly uid: string;
  readonly pid: string;
  readonly commandLine: string;
  readonly name: string;
  readonly path: string;
  readonly md5: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly started: string;
  readonly ended: string;
}

/** A process, where the record names one. */
export function processOf(fields: Fields, names: ProcessNames): Process | undefined {
  const uid = fields.text(names.uid);
  const pid = fields.integer(names.pid);
  if (uid === undefined && pid === undefined) return undefined;
  const process: Process = {};
  if (uid !== undefined) process.uid = uid;
  if (pid !== undefined) process.pid = pid;
  const commandLine = fields.text(names.commandLine);
  if (commandLine !== undefined) process.cmd_line = commandLine;
  takeFile(process, fields, names);
  const started = fields.time(names.started);
  if (started !== undefined) process.created_time = started;
  const ended = fields.time(names.ended);
  if (ended !== undefined) process.terminated_time = ended;
  return process;
}

function takeFile(process: Process, fields: Fields, names: ProcessNames): void {
  const name = fields.text(names.name);
  const path = fields.text(names.path);
  if (name !== undefined) process.name = name;
  if (path === undefined && name === undefined) return;
  // Some interfaces name the folder, others the file.
  const joined = `${path ?? ''}${name ?? ''}`;
  const whole = path === undefined ? name : isFolderOf(path, name) && isText(joined) ? joined : path;
  process.file = fileAt(whole ?? '');
  process.name ??= baseName(whole ?? '');
  const hashes = [
    ...hash(fields, names.md5, 1, 32),
    ...hash(fields, names.sha1, 2, 40),
    ...hash(fields, names.sha256, 3, 64),
  ];
  if (hashes.length > 0) process.file.hashes = hashes;
}

function isFolderOf(path: string, name: string | undefined): boolean {
  return name !== undefined && /[\\/]$/.test(path);
}

function hash(
  fields: Fields,
  name: string,
  algorithm: 1 | 2 | 3,
  length: number,
): { algorithm_id: 1 | 2 | 3; value: string }[] {
  const value = fields.peek(name);
  if (value === undefined || value.length !== length || !isHash(value)) return [];
  fields.take(name);
  return [{ algorithm_id: algorithm, value }];
}

/** A user by name, id and domain, where the record names one. */
export function userBy(fields: Fields, name: string, uid?: string, domain?: string): User | undefined {
  const written = fields.text(name);
  const id = uid === undefined ? undefined : fields.text(uid);
  if (written === undefined && id === undefined) return undefined;
  const user: User = {};
  if (written !== undefined) user.name = written;
  if (id !== undefined) user.uid = id;
  const within = domain === undefined ? undefined : fields.text(domain);
  if (within !== undefined) user.domain = within;
  if (id !== undefined && isSystemSid(id)) user.type_id = 3;
  return user;
}
