import type { MappedEvent } from '@sluice/connector';
import { FileTypeId, FtpActivityActivityId as Activity, type FtpActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, destinationOr, type ConnectionFacts } from './connection.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import { fileNameOf } from './file.ts';

export { Activity as FtpActivityId };

export interface FtpFacts extends FrameFacts, ConnectionFacts {
  readonly activityId: Activity;
  readonly path: string;
  readonly isFolder?: boolean;
}

/** An FTP Activity event with the profile host. */
export function ftpActivity(received: Received, facts: FtpFacts): MappedEvent | undefined {
  const connection = connectionAttributes(facts);
  const destination = destinationOr(connection, received);
  if (destination === undefined) return undefined;
  const event: FtpActivity<'host'> = {
    ...frameOf(received, facts),
    class_uid: 4008,
    activity_id: facts.activityId,
    ...connection,
    dst_endpoint: destination,
    file: {
      name: fileNameOf(facts.path),
      path: facts.path,
      type_id: facts.isFolder === true ? FileTypeId.Folder : FileTypeId.Unknown,
    },
  };
  return event;
}
