import { EventLogActivityId, SeverityId, ApiActivityStatusId as StatusId, type EventLog } from '@sluice/ocsf/1.3.0';
import { baseName, fileAt } from '../../../falcon/file.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

/** An event log of Windows that was cleared: it is called as its file is, which has `%4` where the name has a slash. */
export const eventLogCleared: EventMaker = ({ fields }): Unfinished<EventLog> | undefined => {
  const path = fields.text('TargetFileName');
  if (path === undefined) return undefined;
  const actor = actorOf(fields, ['RpcClientProcessId', 'ContextProcessId']);
  return {
    class_uid: 1008,
    activity_id: EventLogActivityId.Clear,
    severity_id: SeverityId.Informational,
    status_id: StatusId.Success,
    log_name: baseName(path)
      .replace(/\.evtx$/i, '')
      .replaceAll('%4', '/'),
    file: fileAt(path),
    ...(actor === undefined ? {} : { actor }),
  };
};
