import type { File, Process, User } from '@sluice/ocsf/1.3.0';
import { isText, type Fields } from '../falcon/fields.ts';
import { nameUser } from '../falcon/account-name.ts';
import { baseName, fileAt, isHash } from '../falcon/file.ts';
import { isSystemSid } from '../falcon/windows.ts';

/** Names of the fields that a file is described with, which differ by interface; the empty one is that of no field. */
export interface FileNames {
  readonly name: string;
  readonly path: string;
  readonly md5: string;
  readonly sha1: string;
  readonly sha256: string;
}

/** Names of the fields that a process is described with. */
export interface ProcessNames extends FileNames {
  readonly uid: string;
  readonly pid: string;
  readonly commandLine: string;
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

function takeFile(process: Process, fields: Fields, names: FileNames): void {
  const name = fields.text(names.name);
  const file = imageOf(fields, names, name);
  if (name !== undefined) process.name = name;
  if (file === undefined) return;
  process.file = file;
  process.name ??= file.name;
}

/** The file that a record is about, where it names one; of a detection without a process, that which was found. */
export function fileOf(fields: Fields, names: FileNames): File | undefined {
  return imageOf(fields, names, fields.text(names.name));
}

function imageOf(fields: Fields, names: FileNames, name: string | undefined): File | undefined {
  const path = fields.text(names.path);
  if (path === undefined && name === undefined) return undefined;
  const file = fileAt(path === undefined ? (name ?? '') : wholePath(path, name));
  const hashes = [
    ...hash(fields, names.md5, 1, 32),
    ...hash(fields, names.sha1, 2, 40),
    ...hash(fields, names.sha256, 3, 64),
  ];
  if (hashes.length > 0) file.hashes = hashes;
  return file;
}

/** Some interfaces name the folder of a file beside its name, with or without a separator at its end; others all of it. */
function wholePath(path: string, name: string | undefined): string {
  const last = baseName(path);
  if (name === undefined || isSameFile(last, name)) return path;
  const separator = last === '' ? '' : path.includes('\\') ? '\\' : '/';
  const joined = `${path}${separator}${name}`;
  return isText(joined) ? joined : path;
}

/** Whether the end of a path is the file itself: by its name, or by an extension alike where the names differ. */
function isSameFile(last: string, name: string): boolean {
  if (last.toLowerCase() === name.toLowerCase()) return true;
  const { ext } = fileAt(name);
  return ext !== undefined && fileAt(last).ext?.toLowerCase() === ext.toLowerCase();
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
  if (id !== undefined) user.uid = id;
  const within = domain === undefined ? undefined : fields.text(domain);
  if (within !== undefined) user.domain = within;
  if (written !== undefined && within === undefined) nameUser(user, written);
  else if (written !== undefined) user.name = written;
  if (id !== undefined && isSystemSid(id)) user.type_id = 3;
  return user;
}
