import type { MappedEvent } from '@sluice/connector';
import { facilityName, severityIdOf, severityName } from '../message/priority.ts';
import type { Received } from './program.ts';

/** What the mapper of a program adds to the metadata. */
export interface MetadataAbout {
  readonly product?: { readonly vendor_name: string; readonly name: string };
  readonly profiles?: readonly string[];
}

/** What every event says of the message that it came from, whatever its class. */
export function commonAttributes(received: Received, about: MetadataAbout = {}): Record<string, unknown> {
  const { message, count, text } = received;
  return {
    ...(message.time === undefined ? {} : { time: message.time }),
    ...(count === undefined ? {} : { count }),
    message: text,
    raw_data: message.raw,
    metadata: { ...metadataOf(received), ...about },
  };
}

/** The generic event: class 0, with all that the headers say. */
export function baseEvent(received: Received): MappedEvent {
  const { severity } = received.message;
  return {
    class_uid: 0,
    activity_id: 0,
    severity_id: severity === undefined ? 0 : severityIdOf(severity),
    ...commonAttributes(received),
    unmapped: headersOf(received),
  };
}

function metadataOf({ message, origin }: Received): Record<string, unknown> {
  const facility = message.facility === undefined ? undefined : facilityName(message.facility);
  const level = message.severity === undefined ? undefined : severityName(message.severity);
  return {
    log_name: facility ?? 'syslog',
    ...(message.appName === undefined ? {} : { log_provider: message.appName }),
    ...(level === undefined ? {} : { log_level: level }),
    ...(message.timestamp === undefined ? {} : { original_time: message.timestamp }),
    ...(message.sequence === undefined ? {} : { sequence: message.sequence }),
    ...(origin.address === undefined ? {} : { loggers: [loggerOf(origin.address, origin.certificateSubject)] }),
  };
}

/** The sender as its address and certificate show it, whatever host the message names. */
function loggerOf(address: string, certificateSubject: string | undefined): Record<string, unknown> {
  return {
    name: address,
    ...(certificateSubject === undefined ? {} : { uid: certificateSubject }),
    device: { ip: address, type_id: 0 },
  };
}

function headersOf({ message }: Received): Record<string, unknown> {
  return {
    ...(message.hostname === undefined ? {} : { hostname: message.hostname }),
    ...(message.appName === undefined ? {} : { app_name: message.appName }),
    ...(message.procId === undefined ? {} : { procid: message.procId }),
    ...remainingHeaders(message),
  };
}

/** Headers that have no attribute in any class. */
export function remainingHeaders({ msgId, structuredData }: Received['message']): Record<string, unknown> {
  return {
    ...(msgId === undefined ? {} : { msgid: msgId }),
    ...(structuredData === undefined ? {} : { structured_data: structuredData }),
  };
}
