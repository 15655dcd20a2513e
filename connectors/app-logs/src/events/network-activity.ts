import type { MappedEvent } from '@sluice/connector';
import { SeverityId, type NetworkActivity, type NetworkActivityActivityId } from '@sluice/ocsf/1.3.0';
import { destinationOf, logName, serviceOf, sourceOf } from './endpoints.ts';
import type { HttpFacts } from './facts.ts';
import type { EventContext } from './metadata.ts';
import { finishEvent, type ReadRecord, type Unfinished } from './read-record.ts';

/** A TCP session through a proxy. */
export interface SessionRecord extends ReadRecord {
  readonly http: HttpFacts;
  readonly session: {
    readonly activity: NetworkActivityActivityId;
    /** From the server to the client. */
    readonly bytesIn?: number;
    readonly durationMs?: number | undefined;
    readonly isSuccess: boolean;
    /** How it ended, as the proxy writes it. */
    readonly code?: string;
  };
}

/** A session that began, ended or came to nothing, as Network Activity. */
export function networkActivity(record: SessionRecord, context: EventContext): MappedEvent {
  const { http, session, facts } = record;
  const { activity, bytesIn, durationMs, isSuccess, code } = session;
  const service = serviceOf(facts, context) ?? logName(context);
  const event: Unfinished<NetworkActivity> = {
    class_uid: 4001,
    activity_id: activity,
    severity_id: SeverityId.Informational,
    dst_endpoint: { ...destinationOf(http, undefined), svc_name: service },
    connection_info: { protocol_name: 'tcp', protocol_num: 6, direction_id: 1 },
    status_id: isSuccess ? 1 : 2,
  };
  if (bytesIn !== undefined) event.traffic = { bytes_in: bytesIn };
  if (code !== undefined) event.status_code = code;
  if (facts.eventReason !== undefined) event.status_detail = facts.eventReason;
  const source = sourceOf(http);
  if (source !== undefined) event.src_endpoint = source;
  if (durationMs !== undefined && durationMs >= 0) event.duration = durationMs;
  return finishEvent(event, record, context);
}
