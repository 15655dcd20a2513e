import type { MappedEvent } from '@sluice/connector';
import { facilityName, severityIdOf, severityName } from '../message/priority.ts';
import type { Received } from './program.ts';

/** An event that is being made. Attributes are set one by one: only those that the record fills. */
export type DraftEvent = Record<string, unknown> & { class_uid: number };

/** A product as `metadata.product` names it. */
export interface Product {
  readonly vendor_name: string;
  readonly name: string;
}

/** An event of a class with what every event says of the message that it came from. */
export function draftEvent(classUid: number, received: Received, product?: Product): DraftEvent {
  const { message, count, text } = received;
  const event: DraftEvent = {
    class_uid: classUid,
    message: text,
    raw_data: message.raw,
    metadata: metadataOf(received, product),
  };
  if (message.time !== undefined) event['time'] = message.time;
  if (count !== undefined) event['count'] = count;
  return event;
}

/** The generic event: class 0, with all that the headers say. */
export function baseEvent(received: Received): MappedEvent {
  const { message } = received;
  const event = draftEvent(0, received);
  event['activity_id'] = 0;
  event['severity_id'] = message.severity === undefined ? 0 : severityIdOf(message.severity);
  const unmapped: Record<string, unknown> = {};
  if (message.hostname !== undefined) unmapped['hostname'] = message.hostname;
  if (message.appName !== undefined) unmapped['app_name'] = message.appName;
  if (message.procId !== undefined) unmapped['procid'] = message.procId;
  keepHeaders(unmapped, message);
  if (hasAny(unmapped)) event['unmapped'] = unmapped;
  return event;
}

/** Keeps the headers that have no attribute in any class. */
export function keepHeaders(unmapped: Record<string, unknown>, message: Received['message']): void {
  if (message.msgId !== undefined) unmapped['msgid'] = message.msgId;
  if (message.structuredData !== undefined) unmapped['structured_data'] = message.structuredData;
}

export function hasAny(object: object): boolean {
  return Object.keys(object).length > 0;
}

function metadataOf({ message, origin }: Received, product: Product | undefined): Record<string, unknown> {
  const metadata: Record<string, unknown> = { log_name: logNameOf(message.facility) };
  if (product !== undefined) metadata['product'] = product;
  if (message.appName !== undefined) metadata['log_provider'] = message.appName;
  if (message.severity !== undefined) metadata['log_level'] = severityName(message.severity);
  if (message.timestamp !== undefined) metadata['original_time'] = message.timestamp;
  if (message.sequence !== undefined) metadata['sequence'] = message.sequence;
  if (origin.address !== undefined) metadata['loggers'] = [loggerOf(origin.address, origin.certificateSubject)];
  return metadata;
}

function logNameOf(facility: number | undefined): string {
  return (facility === undefined ? undefined : facilityName(facility)) ?? 'syslog';
}

/**
 * The sender as its address and certificate show it, whatever host the message names. Not as a device: that would make
 * the address of a relay an observable of every event that went through it.
 */
function loggerOf(address: string, certificateSubject: string | undefined): Record<string, unknown> {
  return certificateSubject === undefined ? { name: address } : { name: address, uid: certificateSubject };
}
