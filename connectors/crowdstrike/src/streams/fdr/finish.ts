import type { MappedEvent } from '@sluice/connector';
import type { Device, Metadata } from '@sluice/ocsf/1.3.0';
import { addOwner, deviceOf } from './device.ts';
import type { FdrRecord, UnfinishedEvent } from './record.ts';

/** A sensor whose clock says a time so much later than that of its receipt is wrong. */
const latestMs = 24 * 3600 * 1000;
const earliest = Date.UTC(2010, 0, 1);

/** Whether the class has `device` and `actor` only by the profile `host`. */
const byProfile = new Set([2003, 2004, 3001, 3002, 3004, 3005, 3006, 4001, 4003]);
const withoutDevice = new Set([0, 5003, 6003]);
const detectionFinding = 2004;
/** The category of authentication, and of changes of accounts and groups. */
const accessManagement = 3;
const noProfile: readonly string[] = [];
const hostProfile: readonly string[] = ['host'];
const findingProfiles: readonly string[] = ['host', 'security_control'];

/**
 * Adds what stands in every class: time, metadata (with the profiles that its maker gave, if it did), device, and in
 * `unmapped` what nothing has taken. Undefined where the class is about a host and nothing tells which.
 */
export function finish(event: UnfinishedEvent, record: FdrRecord): MappedEvent | undefined {
  const { class_uid: classUid } = event;
  const hasDevice = !withoutDevice.has(classUid);
  if (hasDevice && event['device'] === undefined) {
    const device = deviceOf(record);
    if (isKnown(device)) {
      // Where an event is about users, the record's principal may be one of theirs.
      if (Math.floor(classUid / 1000) !== accessManagement) addOwner(device, record.fields);
      event['device'] = device;
    } else if (!byProfile.has(classUid)) return undefined;
  }
  const received = record.fields.time('timestamp');
  const time = event['time'] ?? timeOf(record, received);
  if (time !== undefined) event['time'] = time;
  event['metadata'] = metadataOf(record, received, event.profiles ?? profilesOf(classUid));
  // Only where there is one: to delete makes an object slower.
  if (event.profiles !== undefined) delete event.profiles;
  event['message'] ??= record.name;
  const rest = record.fields.rest();
  if (rest !== undefined) event['unmapped'] = rest;
  return event;
}

function isKnown({ uid, ip, hostname, name }: Device): boolean {
  return (uid ?? ip ?? hostname ?? name) !== undefined;
}

/**
 * When it happened by the clock of the host; when CrowdStrike received it, where the record does not say or the host's
 * clock is plainly wrong.
 */
function timeOf({ fields }: FdrRecord, received: number | undefined): number | undefined {
  const text = fields.peek('ContextTimeStamp');
  if (text === undefined) return received ?? fields.time('_time') ?? fields.time('Time');
  const happened = fields.time('ContextTimeStamp');
  if (happened === undefined) return received;
  if (happened >= earliest && (received === undefined || happened <= received + latestMs)) return happened;
  fields.leave('ContextTimeStamp');
  return received;
}

function profilesOf(classUid: number): readonly string[] {
  if (!byProfile.has(classUid)) return noProfile;
  return classUid === detectionFinding ? findingProfiles : hostProfile;
}

/** Written as one literal, with undefined for what there is not: to add names one by one takes longer. */
function metadataOf({ fields, name }: FdrRecord, received: number | undefined, profiles: readonly string[]): Metadata {
  const build = fields.text('ConfigBuild');
  return {
    version: undefined,
    profiles: [...profiles],
    product: { name: 'Falcon', vendor_name: 'CrowdStrike', version: build },
    log_name: name,
    uid: fields.text('id'),
    event_code: fields.text('name'),
    tenant_uid: fields.text('cid'),
    original_time: fields.peek('timestamp'),
    logged_time: received,
  };
}
