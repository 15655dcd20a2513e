import {
  FileActivityActivityId,
  FileTypeId,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type File,
  type FileActivity,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../../falcon/fields.ts';
import { fileAt, takeHashes } from '../../../falcon/file.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

type Event = Unfinished<FileActivity>;

/** Something done to a file or a folder. */
export function fileChange(
  activityId: FileActivityActivityId,
  typeId: FileTypeId = FileTypeId.RegularFile,
): EventMaker {
  return ({ fields }) => {
    const path = fields.text('TargetFileName');
    return path === undefined ? undefined : activity(activityId, described(fileAt(path, typeId), fields), fields);
  };
}

/** A file that has another path now: the old one in `file`, the new one in `file_result`. */
export const fileRename: EventMaker = ({ fields }) => {
  const from = fields.text('SourceFileName');
  const to = fields.text('TargetFileName');
  if (from === undefined || to === undefined) return undefined;
  const event = activity(FileActivityActivityId.Rename, fileAt(from), fields);
  return event === undefined ? undefined : { ...event, file_result: described(fileAt(to), fields) };
};

/** A volume that became part of the file system, or left it. */
export function volume(activityId: FileActivityActivityId): EventMaker {
  return ({ fields }) => {
    const path = fields.first('VolumeMountPoint', 'VolumeDriveLetter', 'VolumeName');
    return path === undefined ? undefined : activity(activityId, fileAt(path, FileTypeId.Folder), fields);
  };
}

function described(file: File, fields: Fields): File {
  takeHashes(file, fields);
  const size = fields.integer('Size');
  if (size !== undefined && size >= 0) file.size = size;
  const uid = fields.text('FileIdentifier');
  if (uid !== undefined) file.uid = uid;
  return file;
}

function activity(activityId: FileActivityActivityId, file: File, fields: Fields): Event | undefined {
  const actor = actorOf(fields);
  if (actor === undefined) return undefined;
  const event: Event = {
    class_uid: 1001,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: statusOf(fields),
    file,
    actor,
  };
  const access = fields.integer('DesiredAccess');
  if (access !== undefined) event.access_mask = access;
  return event;
}

/** The NTSTATUS of the operation, where the record has one; an error has its highest bits set. */
function statusOf(fields: Fields): StatusId {
  const status = fields.peek('Status');
  if (status === undefined || !/^-?\d{1,10}$/.test(status)) return StatusId.Success;
  return Number(status) >>> 30 === 3 ? StatusId.Failure : StatusId.Success;
}
