import {
  FileTypeId,
  KernelExtensionActivityId,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type Actor,
  type File,
  type KernelExtension,
  type Module,
  type ModuleActivity,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../../falcon/fields.ts';
import { fileAt, hashesOf, takeHashes } from '../../../falcon/file.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

/** A library or an executable that was mapped into a process, or was kept from it. */
export function moduleLoad(statusId: StatusId): EventMaker {
  return ({ fields }) => loadOf(fields, statusId);
}

function loadOf(fields: Fields, statusId: StatusId): Unfinished<ModuleActivity> | undefined {
  const path = fields.text('ImageFileName');
  const actor = actorOf(fields, ['TargetProcessId', 'ContextProcessId']);
  if (path === undefined || actor === undefined) return undefined;
  const targetPath = fields.text('TargetImageFileName');
  if (targetPath !== undefined && actor.process !== undefined) actor.process.file = fileAt(targetPath);
  const module: Module = { file: image(path, fields), load_type_id: 0 };
  const address = fields.text('ModuleBaseAddress');
  if (address !== undefined) module.base_address = address;
  return {
    class_uid: 1005,
    activity_id: KernelExtensionActivityId.Load,
    severity_id: SeverityId.Informational,
    status_id: statusId,
    module,
    actor,
  };
}

/** What a process loaded from its memory, and no file tells of; the first of these fields names it. */
export function reflectiveLoad(type: string, ...nameFields: readonly string[]): EventMaker {
  return ({ fields }): Unfinished<ModuleActivity> | undefined => {
    const name = fields.first(...nameFields);
    const actor = runningActor(fields);
    if (name === undefined || actor === undefined) return undefined;
    return {
      class_uid: 1005,
      activity_id: KernelExtensionActivityId.Load,
      severity_id: SeverityId.Informational,
      status_id: StatusId.Success,
      module: { load_type_id: 0, type, file: { name, type_id: FileTypeId.Unknown } },
      actor,
    };
  };
}

/** A script that was handed to its interpreter. */
export const scriptRun: EventMaker = ({ fields }): Unfinished<ModuleActivity> | undefined => {
  const actor = runningActor(fields);
  if (actor === undefined) return undefined;
  return {
    class_uid: 1005,
    activity_id: KernelExtensionActivityId.Other,
    activity_name: 'Script Run',
    severity_id: SeverityId.Informational,
    module: scriptOf(fields),
    actor,
  };
};

/** A process with its own command line and image, which other records have of what it loads. */
function runningActor(fields: Fields): Actor | undefined {
  const actor = actorOf(fields);
  if (actor?.process === undefined) return undefined;
  const commandLine = fields.text('CommandLine');
  if (commandLine !== undefined) actor.process.cmd_line = commandLine;
  const path = fields.text('ImageFileName');
  if (path !== undefined) actor.process.file = fileAt(path);
  return actor;
}

function scriptOf(fields: Fields): Module {
  const script: Module = { load_type_id: 0, type: 'Script' };
  const name = fields.text('ScriptContentName');
  const hashes = hashesOf(fields, 'Content');
  if (name === undefined && hashes === undefined) return script;
  script.file = name === undefined ? { name: 'script', type_id: 0 } : fileAt(name);
  if (hashes !== undefined) script.file.hashes = hashes;
  return script;
}

/** A driver, or an extension of the kernel. */
export function driverLoad(activityId: KernelExtensionActivityId): EventMaker {
  return ({ fields }): Unfinished<KernelExtension> | undefined => {
    const path = fields.text('ImageFileName');
    // The id of a bundle is no path.
    const bundle = path === undefined ? fields.text('BundleID') : undefined;
    const actor = actorOf(fields);
    const file = path === undefined ? bundleFile(bundle) : image(path, fields);
    if (file === undefined || actor === undefined) return undefined;
    return {
      class_uid: 1002,
      activity_id: activityId,
      severity_id: SeverityId.Informational,
      status_id: StatusId.Success,
      driver: { file },
      actor,
    };
  };
}

function bundleFile(id: string | undefined): File | undefined {
  return id === undefined ? undefined : { name: id, type_id: FileTypeId.Unknown };
}

function image(path: string, fields: Fields): File {
  const file = fileAt(path);
  takeHashes(file, fields);
  const company = fields.text('CompanyName');
  if (company !== undefined) file.company_name = company;
  const version = fields.text('FileVersion');
  if (version !== undefined) file.version = version;
  const size = fields.integer('ModuleSize');
  if (size !== undefined && size >= 0) file.size = size;
  return file;
}
