import {
  FileActivityActivityId as OfFile,
  FileTypeId,
  RegistryKeyActivityActivityId as OfKey,
  RegistryValueActivityActivityId as OfValue,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type Actor,
  type FileActivity,
  type RegistryKeyActivity,
  type RegistryValueActivity,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../../falcon/fields.ts';
import { fileAt } from '../../../falcon/file.ts';
import { actorOf, nameProcess } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';
import { valueOf } from './registry.ts';

/** What was done, by `ObjectAccessOperationType`: created, written, deleted, set, renamed, other attributes or permissions, opened to write. */
const fileOperations: ReadonlyMap<string, OfFile> = new Map([
  ['1', OfFile.Create],
  ['2', OfFile.Update],
  ['3', OfFile.Delete],
  ['4', OfFile.Update],
  ['5', OfFile.Rename],
  ['6', OfFile.SetAttributes],
  ['7', OfFile.SetSecurity],
  ['8', OfFile.Open],
]);
const valueOperations: ReadonlyMap<string, OfValue> = new Map([
  ['1', OfValue.Set],
  ['2', OfValue.Modify],
  ['3', OfValue.Delete],
  ['4', OfValue.Set],
  ['5', OfValue.Modify],
]);
const keyOperations: ReadonlyMap<string, OfKey> = new Map([
  ['1', OfKey.Create],
  ['2', OfKey.Modify],
  ['3', OfKey.Delete],
  ['4', OfKey.Modify],
  ['5', OfKey.Rename],
  ['6', OfKey.Modify],
  ['7', OfKey.SetSecurity],
]);

/** How grave the rule calls it, `PolicyRuleSeverity`: low, medium, high, critical. */
const severities: ReadonlyMap<string, SeverityId> = new Map([
  ['1', SeverityId.Low],
  ['2', SeverityId.Medium],
  ['3', SeverityId.High],
  ['4', SeverityId.Critical],
]);

/** A change that a rule of Falcon FileVantage watches for: of a file, a folder, or a value or a key of the registry, by `ObjectType`. */
export const integrityRuleMatched: EventMaker = ({ fields }) => {
  const path = fields.text('ObjectName');
  const actor = actorOf(fields);
  if (path === undefined || actor === undefined) return undefined;
  describe(actor, fields);
  const type = fields.peek('ObjectType');
  const operation = fields.peek('ObjectAccessOperationType') ?? '';
  const common = { severity_id: severityOf(fields), status_id: StatusId.Success, actor };
  const event =
    type === '3'
      ? valueChange(path, valueOperations.get(operation), fields, common)
      : type === '4'
        ? keyChange(path, keyOperations.get(operation), common)
        : fileChange(path, fileOperations.get(operation), fields, common);
  if (event === undefined) return undefined;
  fields.take('ObjectType');
  fields.take('ObjectAccessOperationType');
  return event;
};

interface Common {
  readonly severity_id: SeverityId;
  readonly status_id: StatusId;
  readonly actor: Actor;
}

/** The process has its own path and command line in such a record. */
function describe({ process }: Actor, fields: Fields): void {
  if (process === undefined) return;
  const pid = fields.integer('RawProcessId');
  if (pid !== undefined) process.pid = pid;
  const commandLine = fields.text('CommandLine');
  if (commandLine !== undefined) process.cmd_line = commandLine;
  nameProcess(process, fields, 'ImageFileName');
}

function severityOf(fields: Fields): SeverityId {
  const severity = severities.get(fields.peek('PolicyRuleSeverity') ?? '');
  if (severity === undefined) return SeverityId.Unknown;
  fields.take('PolicyRuleSeverity');
  return severity;
}

function fileChange(
  path: string,
  activityId: OfFile | undefined,
  fields: Fields,
  common: Common,
): Unfinished<FileActivity> | undefined {
  const type = fields.peek('ObjectType');
  if (activityId === undefined || (type !== '1' && type !== '2')) return undefined;
  const typeId = type === '2' ? FileTypeId.Folder : FileTypeId.RegularFile;
  const event: Unfinished<FileActivity> = {
    class_uid: 1001,
    activity_id: activityId,
    ...common,
    file: fileAt(path, typeId),
  };
  const size = fields.integer('FileSize');
  if (size !== undefined && size >= 0) event.file.size = size;
  const renamed = fields.text('ObjectNameNew');
  if (renamed !== undefined) event.file_result = fileAt(renamed, typeId);
  return event;
}

function valueChange(
  path: string,
  activityId: OfValue | undefined,
  fields: Fields,
  common: Common,
): Unfinished<RegistryValueActivity> | undefined {
  const parts = keyAndName(path);
  if (activityId === undefined || parts === undefined) return undefined;
  return { class_uid: 201002, activity_id: activityId, ...common, reg_value: valueOf(fields, ...parts) };
}

/** Two backslashes stand between a key and the name of its value, which may hold single ones; without two, the last one does. A default value has no name. */
function keyAndName(path: string): [key: string, name: string | undefined] | undefined {
  const twoAt = path.indexOf('\\\\', 1);
  const at = twoAt === -1 ? path.lastIndexOf('\\') : twoAt;
  if (at < 1) return undefined;
  const name = path.slice(at).replace(/^\\{1,2}/u, '');
  return [path.slice(0, at), name === '' ? undefined : name];
}

function keyChange(
  path: string,
  activityId: OfKey | undefined,
  common: Common,
): Unfinished<RegistryKeyActivity> | undefined {
  return activityId === undefined
    ? undefined
    : { class_uid: 201001, activity_id: activityId, ...common, reg_key: { path } };
}
