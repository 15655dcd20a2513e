import type { MappedEvent } from '@sluice/connector';
import { SeverityId, type BaseEvent, type Logger, type Metadata } from '@sluice/ocsf/1.3.0';
import { facilityName, severityName } from '../message/priority.ts';
import type { SyslogMessage } from '../message/message.ts';
import type { Received } from './program.ts';

/** A product as `metadata.product` names it. */
export interface Product {
  readonly vendor_name: string;
  readonly name: string;
}

/** What every event says of the message that it came from, whatever its class. */
export type HeadAttributes = Pick<BaseEvent, 'message' | 'raw_data' | 'metadata' | 'time' | 'count'>;

export function headAttributes(received: Received, product?: Product): HeadAttributes {
  const { message, count, text } = received;
  const head: HeadAttributes = { message: text, raw_data: message.raw, metadata: metadataOf(received, product) };
  if (message.time !== undefined) head.time = message.time;
  if (count !== undefined) head.count = count;
  return head;
}

/** The generic event: class 0, with all that the headers say. */
export function baseEvent(received: Received): MappedEvent {
  const { message } = received;
  const event: BaseEvent = {
    ...headAttributes(received),
    class_uid: 0,
    activity_id: 0,
    severity_id: severityIdOf(message, SeverityId.Unknown),
  };
  const unmapped: Record<string, unknown> = {};
  if (message.hostname !== undefined) unmapped['hostname'] = message.hostname;
  if (message.appName !== undefined) unmapped['app_name'] = message.appName;
  if (message.procId !== undefined) unmapped['procid'] = message.procId;
  keepStructuredData(unmapped, message);
  if (Object.keys(unmapped).length > 0) event.unmapped = unmapped;
  return event;
}

/** OCSF's severity for each of syslog's, from emergency to debug. */
const severityIds: readonly SeverityId[] = [
  SeverityId.Fatal,
  SeverityId.Critical,
  SeverityId.Critical,
  SeverityId.High,
  SeverityId.Medium,
  SeverityId.Low,
  SeverityId.Informational,
  SeverityId.Informational,
];

/** The severity of a message, or `otherwise` where it has no priority. */
export function severityIdOf({ severity }: SyslogMessage, otherwise: SeverityId): SeverityId {
  return severity === undefined ? otherwise : (severityIds[severity] ?? otherwise);
}

/** Structured data has no attribute in any class. */
export function keepStructuredData(unmapped: Record<string, unknown>, message: SyslogMessage): void {
  if (message.structuredData !== undefined) unmapped['structured_data'] = message.structuredData;
}

function metadataOf({ message, origin }: Received, product: Product | undefined): Metadata {
  const metadata: Metadata = { log_name: logNameOf(message.facility) };
  if (product !== undefined) metadata.product = product;
  if (message.appName !== undefined) metadata.log_provider = message.appName;
  if (message.severity !== undefined) metadata.log_level = severityName(message.severity);
  if (message.timestamp !== undefined) metadata.original_time = message.timestamp;
  if (message.msgId !== undefined) metadata.event_code = message.msgId;
  if (message.sequence !== undefined) metadata.sequence = message.sequence;
  if (origin.address !== undefined) metadata.loggers = [loggerOf(origin.address, origin.certificateSubject)];
  return metadata;
}

function logNameOf(facility: number | undefined): string {
  return (facility === undefined ? undefined : facilityName(facility)) ?? 'syslog';
}

/**
 * The sender as its address and certificate show it, whatever host the message names. Not as a device: that would make
 * the address of a relay an observable of every event that went through it.
 */
function loggerOf(address: string, certificateSubject: string | undefined): Logger {
  return certificateSubject === undefined ? { name: address } : { name: address, uid: certificateSubject };
}
