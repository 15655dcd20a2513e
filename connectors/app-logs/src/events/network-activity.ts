import type { MappedEvent } from '@sluice/connector';
import { NetworkActivityActivityId, SeverityId, type NetworkActivity } from '@sluice/ocsf/1.3.0';
import { logName, serviceOf, sourceOf } from './endpoints.ts';
import type { HttpFacts } from './facts.ts';
import type { EventContext } from './metadata.ts';
import { finishEvent, type ReadRecord, type Unfinished } from './read-record.ts';

/** A TCP session through a proxy, written down when it ended. */
export interface SessionRecord extends ReadRecord {
  readonly http: HttpFacts;
  readonly session: {
    /** From the server to the client. */
    readonly bytesIn: number;
    readonly durationMs: number | undefined;
    /** Whether a server was reached. */
    readonly isConnected: boolean;
    /** `--` where it ended as it should; else who broke it off, and when. */
    readonly termination: string;
  };
}

/** A session that ended, as Network Activity. */
export function networkActivity(record: SessionRecord, context: EventContext): MappedEvent {
  const { http, session, facts } = record;
  const isSuccess = session.termination === '--';
  const event: Unfinished<NetworkActivity> = {
    class_uid: 4001,
    activity_id: session.isConnected ? NetworkActivityActivityId.Close : NetworkActivityActivityId.Fail,
    severity_id: SeverityId.Informational,
    dst_endpoint: { svc_name: serviceOf(facts, context) ?? logName(context) },
    connection_info: { protocol_name: 'tcp', protocol_num: 6, direction_id: 1 },
    traffic: { bytes_in: session.bytesIn },
    status_id: isSuccess ? 1 : 2,
    status_code: session.termination,
  };
  const source = sourceOf(http);
  if (source !== undefined) event.src_endpoint = source;
  if (session.durationMs !== undefined && session.durationMs >= 0) event.duration = session.durationMs;
  return finishEvent(event, record, context);
}
