import type { MapContext } from '@sluice/connector';
import type { FilesConfig } from '../streams/files/config.ts';
import type { Facts } from './facts.ts';

export type EventContext = MapContext<FilesConfig>;

/** Longest text that OCSF 1.3.0 takes as a value. */
export const maxTextLength = 65_535;

/** `metadata` of an event, with the profiles that this one event has: those of its class are declared for all. */
export function metadataOf(facts: Facts, profiles: string[], context: EventContext): Record<string, unknown> {
  const metadata: Record<string, unknown> = { profiles };
  const { path } = context.origin;
  if (path !== undefined && path.length <= maxTextLength) metadata['log_name'] = path;
  const { product } = context.config;
  if (product !== undefined) metadata['product'] = { name: product.name, vendor_name: product.vendor_name };
  const provider = context.config.service ?? facts.service ?? facts.logger;
  if (provider !== undefined) metadata['log_provider'] = provider;
  if (facts.level !== undefined) metadata['log_level'] = facts.level;
  if (facts.eventUid !== undefined) metadata['uid'] = facts.eventUid;
  if (facts.correlationUid !== undefined) metadata['correlation_uid'] = facts.correlationUid;
  if (facts.originalTime !== undefined) metadata['original_time'] = facts.originalTime;
  return metadata;
}

/** What stands in every class: message, outcome, times, cloud. */
export function addOccurrence(event: Record<string, unknown>, facts: Facts): void {
  if (facts.time !== undefined) event['time'] = facts.time;
  if (facts.timezoneOffset !== undefined) event['timezone_offset'] = facts.timezoneOffset;
  if (facts.message !== undefined) event['message'] = facts.message;
}

/** `cloud`, where the record says which; only then the event has the profile. */
export function cloudOf(facts: Facts): Record<string, unknown> | undefined {
  const { cloudAccount, cloudProvider, cloudRegion } = facts;
  if (cloudAccount === undefined && cloudProvider === undefined) return undefined;
  const provider = cloudProvider ?? 'AWS';
  const cloud: Record<string, unknown> = { provider };
  if (cloudAccount !== undefined) {
    cloud['account'] = provider === 'AWS' ? { uid: cloudAccount, type_id: awsAccountType } : { uid: cloudAccount };
  }
  if (cloudRegion !== undefined) cloud['region'] = cloudRegion;
  return cloud;
}

/** OCSF `account.type_id`: AWS Account. */
const awsAccountType = 10;

/**
 * Facts that found no attribute in this event because a stronger one stands there: they stay under the names that the
 * configuration and records use for them.
 */
export function addLeftOver(unmapped: Record<string, unknown>, facts: Facts, context: EventContext): void {
  const provider = context.config.service ?? facts.service ?? facts.logger;
  if (facts.service !== undefined && facts.service !== provider) unmapped['service'] ??= facts.service;
  if (facts.logger !== undefined && facts.logger !== provider) unmapped['logger'] ??= facts.logger;
}

/** Puts the original line in, where the configuration asks for it and OCSF takes a text of its length. */
export function addRawData(event: Record<string, unknown>, line: string, context: EventContext): void {
  const { rawData } = context.config;
  const isWanted = rawData === 'always' || (rawData === 'generic' && event['class_uid'] === 0);
  if (isWanted && line.length <= maxTextLength) event['raw_data'] = line;
}
