import { reject, type MapContext, type MapResult } from '@sluice/connector';
import { AuthenticationActivityId } from '@sluice/ocsf/1.3.0';
import { findingOf } from '../../detection/finding.ts';
import { Fields } from '../../falcon/fields.ts';
import { authAudit, remoteResponse, userAudit } from './audit.ts';
import type { EventStreamsConfig } from './config.ts';
import { detectionFacts } from './detection.ts';
import { firewallMatch } from './firewall.ts';

type Event = Readonly<Record<string, unknown>> & { readonly class_uid: number };

const profiles: Readonly<Record<number, readonly string[]>> = {
  2004: ['host', 'security_control'],
  4001: ['host', 'security_control'],
};

/** One event of the stream. */
export function mapStreamEvent(value: unknown, _context: MapContext<EventStreamsConfig>): MapResult {
  const whole = Fields.of(value);
  const metadata = Fields.of(whole?.raw('metadata'));
  if (whole === undefined || metadata === undefined) return reject('no_metadata', 'the event has no metadata');
  const type = metadata.text('eventType') ?? 'unknown';
  const event = Fields.of(whole.raw('event'));
  const made = event === undefined ? undefined : eventOf(event, type);
  if (made !== undefined && event !== undefined) return finish(made, type, metadata, event.rest());
  return finish(
    { class_uid: 0, activity_id: 0, severity_id: 0 },
    type,
    metadata,
    Fields.of(whole.raw('event'))?.rest(),
  );
}

function eventOf(event: Fields, type: string): Event | undefined {
  switch (type) {
    case 'AuthActivityAuditEvent':
      return authAudit(event);
    case 'UserActivityAuditEvent':
      return userAudit(event);
    case 'RemoteResponseSessionStartEvent':
      return remoteResponse(event, AuthenticationActivityId.Logon);
    case 'RemoteResponseSessionEndEvent':
      return remoteResponse(event, AuthenticationActivityId.Logoff);
    case 'FirewallMatchEvent':
      return firewallMatch(event);
    case 'IdentityProtectionEvent':
    case 'IncidentSummaryEvent':
      return finding(event, type);
    default:
      return type.endsWith('DetectionSummaryEvent') ? finding(event, type) : undefined;
  }
}

function finding(event: Fields, type: string): Event | undefined {
  const facts = detectionFacts(event, type);
  return facts === undefined ? undefined : findingOf(facts);
}

function finish(made: Event, type: string, metadata: Fields, rest: Record<string, unknown> | undefined): MapResult {
  const event: Record<string, unknown> & { class_uid: number } = { ...made };
  const time = metadata.time('eventCreationTime');
  if (time !== undefined) event['time'] = time;
  event['message'] ??= type;
  const tenant = metadata.text('customerIDString');
  const offset = metadata.integer('offset');
  event['metadata'] = {
    profiles: profiles[made.class_uid] ?? [],
    log_name: type,
    ...(tenant === undefined ? {} : { tenant_uid: tenant }),
    ...(offset === undefined ? {} : { sequence: offset }),
  };
  const beside = metadata.rest();
  const unmapped = beside === undefined ? rest : { ...rest, metadata: beside };
  if (unmapped !== undefined) event['unmapped'] = unmapped;
  return event;
}
