import { AuthenticationActivityId } from '@sluice/ocsf/1.3.0';
import { findingOf } from '../../detection/finding.ts';
import type { Fields } from '../../falcon/fields.ts';
import { authAudit, remoteResponse, userAudit } from './audit.ts';
import { detectionFacts } from './detection.ts';
import { firewallMatch } from './firewall.ts';
import { misconfiguration } from './misconfiguration.ts';

export type StreamEvent = Readonly<Record<string, unknown>> & { readonly class_uid: number };

/** Profiles of the events by class, beside `cloud`, which those have that say which. */
export const profiles: Readonly<Record<number, readonly string[]>> = {
  2003: ['host'],
  2004: ['host', 'security_control'],
  3004: ['host'],
  3005: ['host'],
  4001: ['host', 'security_control'],
};

/** Kinds that are found one at a time and have no id of their own. */
const withoutId = new Set(['CSPMIOAStreamingEvent', 'CustomerIOCEvent']);

/**
 * What the content of an event of the stream says, by its `eventType`; undefined for a kind that is not known, and for
 * one that lacks what its class demands. `place` is the id of an event that has none of its own.
 */
export function eventOf(event: Fields, type: string, place: string | undefined): StreamEvent | undefined {
  switch (type) {
    case 'AuthActivityAuditEvent':
      return authAudit(event);
    case 'UserActivityAuditEvent':
    case 'APIActivityAuditEvent':
      return userAudit(event);
    case 'RemoteResponseSessionStartEvent':
      return remoteResponse(event, AuthenticationActivityId.Logon);
    case 'RemoteResponseSessionEndEvent':
      return remoteResponse(event, AuthenticationActivityId.Logoff);
    case 'FirewallMatchEvent':
      return firewallMatch(event);
    case 'CSPMSearchStreamingEvent':
      return misconfiguration(event, type);
    default:
      return isFinding(event, type) ? finding(event, type, withoutId.has(type) ? place : undefined) : undefined;
  }
}

/** Products are added, and with them kinds of events: an alert of whatever product has its composite id. */
function isFinding(event: Fields, type: string): boolean {
  return (
    withoutId.has(type) ||
    type === 'IdentityProtectionEvent' ||
    type.endsWith('SummaryEvent') ||
    event.peek('CompositeId') !== undefined
  );
}

function finding(event: Fields, type: string, place: string | undefined): StreamEvent | undefined {
  const facts = detectionFacts(event, type, place);
  return facts === undefined ? undefined : { ...findingOf(facts) };
}

/** Fields with the time at which something happened, which the stream may tell of much later. */
const timeFields: Readonly<Record<string, string>> = {
  AuthActivityAuditEvent: 'UTCTimestamp',
  UserActivityAuditEvent: 'UTCTimestamp',
  APIActivityAuditEvent: 'UTCTimestamp',
  RemoteResponseSessionStartEvent: 'StartTimestamp',
  RemoteResponseSessionEndEvent: 'EndTimestamp',
  FirewallMatchEvent: 'Timestamp',
  CSPMSearchStreamingEvent: 'Timestamp',
  CSPMIOAStreamingEvent: 'EventCreatedTimestamp',
};

/** When it happened, where an event of its kind says so; a finding is made when the stream says that it was. */
export function timeOf(event: Fields, type: string): number | undefined {
  const name = Object.hasOwn(timeFields, type) ? timeFields[type] : undefined;
  return name === undefined ? undefined : event.time(name);
}
