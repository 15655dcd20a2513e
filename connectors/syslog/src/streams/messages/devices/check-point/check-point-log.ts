import type { FrameFacts } from '../../events/frame.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';

/** A log of Check Point, its values by the names of the Log Exporter. */
export interface CheckPointLog {
  readonly received: Received;
  readonly fields: FieldBag;
  /** The blade that wrote it: `VPN-1 & FireWall-1`, `SmartDefense`, `URL Filtering`… */
  readonly blade: string;
  readonly action: string;
  readonly head: FrameFacts;
}

/** Who the log is about, in whichever field the blade puts it. */
export function userIn(fields: FieldBag): string | undefined {
  return fields.takeFirst('src_user_name', 'user');
}
