import type { MapContext } from '@sluice/connector';
import type { RecordConfig } from '../records/config.ts';
import type { Metadata, Product } from '@sluice/ocsf/1.3.0';
import type { Facts } from './facts.ts';

export interface EventContext extends MapContext<RecordConfig> {
  /** The program that a syslog daemon or the journal says wrote the line. */
  readonly program?: string | undefined;
}

/** Longest text that OCSF 1.3.0 takes as a value. */
export const maxTextLength = 65_535;

/** `metadata` of an event, with the profiles that this one event has: those of its class are declared for all. */
export function metadataOf(facts: Facts, profiles: string[], context: EventContext): Metadata {
  const metadata: Omit<Metadata, 'product'> & { product?: Product } = { profiles };
  const { path } = context.origin;
  if (path !== undefined && path.length <= maxTextLength) metadata.log_name = path;
  const { product } = context.config;
  if (product !== undefined) metadata.product = { name: product.name, vendor_name: product.vendor_name };
  const provider = providerOf(facts, context);
  if (provider !== undefined) metadata.log_provider = provider;
  if (facts.level !== undefined) metadata.log_level = facts.level;
  if (facts.eventUid !== undefined) metadata.uid = facts.eventUid;
  if (facts.correlationUid !== undefined) metadata.correlation_uid = facts.correlationUid;
  if (facts.originalTime !== undefined) metadata.original_time = facts.originalTime;
  return metadata;
}

/** Who wrote the record: the service as configured or as the record says, or the logger in it. */
export function providerOf(facts: Facts, context: EventContext): string | undefined {
  return context.config.service ?? facts.service ?? facts.logger;
}
