import type { HttpFacts } from '../../events/facts.ts';
import type { JsonRecord } from './gather.ts';
import { amountOf, countOf } from './values.ts';

/**
 * Adds the numbers of a request that only the writer's own shape tells the meaning of. `duration` is seconds of Caddy's and
 * milliseconds of Envoy's; `bytes_read` is what Caddy has read from the client, where HAProxy means what the client was sent.
 */
export function addNumbersByShape(http: HttpFacts, record: JsonRecord): void {
  const { logger } = record;
  const isCaddy = typeof logger === 'string' && logger.startsWith('http.log.access');
  if (isCaddy) http.requestBytes ??= countOf(record['bytes_read']);
  const duration = amountOf(record['duration']);
  if (duration === undefined) return;
  if (isCaddy) http.durationMs ??= Math.round(duration * 1000);
  else if (record['response_flags'] !== undefined) http.durationMs ??= Math.round(duration);
}
