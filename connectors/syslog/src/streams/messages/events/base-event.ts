import type { MappedEvent } from '@sluice/connector';
import { SeverityId, type BaseEvent, type Logger, type Metadata } from '@sluice/ocsf/1.3.0';
import { facilityName, severityName } from '../message/priority.ts';
import type { SyslogMessage } from '../message/message.ts';
import type { Received } from '../received.ts';

/** A product as `metadata.product` names it. */
export interface Product {
  readonly vendor_name: string;
  readonly name: string;
  readonly version?: string;
}

/** What every event says of the message that it came from, whatever its class. */
export type HeadAttributes = Pick<BaseEvent, 'message' | 'raw_data' | 'metadata' | 'time' | 'count'>;

/** What the text of a message says of the event better than the message's headers do. */
export interface HeadFacts {
  readonly product?: Product | undefined;
  /** The device's number or name for this kind of event. */
  readonly eventCode?: string | undefined;
  /** Epoch milliseconds. */
  readonly time?: number | undefined;
  /** The time as the text has it. */
  readonly originalTime?: string | undefined;
  /** The human words of a text that is made of fields. */
  readonly words?: string | undefined;
  readonly sequence?: number | undefined;
  /** The device's own id of this very event. */
  readonly eventUid?: string | undefined;
  /** The device's own word for the severity. */
  readonly level?: string | undefined;
  readonly count?: number | undefined;
}

export function headAttributes(received: Received, facts: HeadFacts = {}): HeadAttributes {
  const { message, text } = received;
  const head: HeadAttributes = {
    message: facts.words ?? text,
    raw_data: message.raw,
    metadata: metadataOf(received, facts),
  };
  const time = facts.time ?? message.time;
  if (time !== undefined) head.time = time;
  const count = facts.count ?? received.count;
  if (count !== undefined) head.count = count;
  return head;
}

export interface GenericFacts extends HeadFacts {
  readonly severityId?: SeverityId | undefined;
  readonly unmapped?: Readonly<Record<string, unknown>> | undefined;
}

/** The generic event: class 0, with all that the headers say. */
export function baseEvent(received: Received, facts: GenericFacts = {}): MappedEvent {
  const { message } = received;
  const event: BaseEvent = {
    ...headAttributes(received, facts),
    class_uid: 0,
    activity_id: 0,
    severity_id: facts.severityId ?? severityIdOf(message, SeverityId.Unknown),
  };
  const unmapped: Record<string, unknown> = { ...facts.unmapped };
  if (message.hostname !== undefined) unmapped[headName('hostname', unmapped)] = message.hostname;
  if (message.appName !== undefined) unmapped['app_name'] = message.appName;
  if (message.procId !== undefined) unmapped['procid'] = message.procId;
  keepStructuredData(unmapped, message);
  if (Object.keys(unmapped).length > 0) event.unmapped = unmapped;
  return event;
}

/** What a header says stands beside a field of the text that has the same name. */
function headName(name: string, unmapped: Readonly<Record<string, unknown>>): string {
  return Object.hasOwn(unmapped, name) ? `syslog_${name}` : name;
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
  return severityIdOfLevel(severity) ?? otherwise;
}

/** OCSF's severity for a number from 0 (emergency) to 7 (debug). */
export function severityIdOfLevel(level: number | undefined): SeverityId | undefined {
  return level === undefined ? undefined : severityIds[level];
}

/** Structured data has no attribute in any class. */
export function keepStructuredData(unmapped: Record<string, unknown>, message: SyslogMessage): void {
  if (message.structuredData !== undefined) unmapped['structured_data'] = message.structuredData;
}

function metadataOf({ message, origin }: Received, facts: HeadFacts): Metadata {
  const metadata: Metadata = { log_name: logNameOf(message.facility) };
  if (facts.product !== undefined) metadata.product = facts.product;
  if (message.appName !== undefined) metadata.log_provider = message.appName;
  const level = facts.level ?? (message.severity === undefined ? undefined : severityName(message.severity));
  if (level !== undefined) metadata.log_level = level;
  const originalTime = facts.originalTime ?? message.timestamp;
  if (originalTime !== undefined) metadata.original_time = originalTime;
  const eventCode = facts.eventCode ?? message.msgId;
  if (eventCode !== undefined) metadata.event_code = eventCode;
  const sequence = facts.sequence ?? message.sequence;
  if (sequence !== undefined) metadata.sequence = sequence;
  if (facts.eventUid !== undefined) metadata.uid = facts.eventUid;
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
