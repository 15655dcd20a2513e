import type { JsonRecord } from './gather.ts';
import { amountOf } from './values.ts';

/**
 * Ms that a request took, where `duration` is a bare number whose unit only the writer's own shape tells: Caddy gives
 * seconds, Envoy milliseconds.
 */
export function durationByShape(record: JsonRecord): number | undefined {
  const amount = amountOf(record['duration']);
  if (amount === undefined) return undefined;
  const { logger } = record;
  if (typeof logger === 'string' && logger.startsWith('http.log.access')) return Math.round(amount * 1000);
  return record['response_flags'] === undefined ? undefined : Math.round(amount);
}
