import type { Message } from './message.ts';
import type { Random } from './random.ts';

const hourMs = 60 * 60_000;

/**
 * A scanner of the warehouse comes back from its round and hands over what it kept while it had no network. The events
 * are hours or days old by then, so they belong to other days of the lake than those around them.
 */
export function scannerDocked(random: Random, at: number): Message[] {
  const scanner = `scanner-${random.integer(1, 12)}`;
  const leftAt = at - random.integer(4, 52) * hourMs;
  return Array.from({ length: 30 }, (_, scan) => ({
    outlet: 'shop log',
    at,
    record: JSON.stringify({
      time: new Date(leftAt + scan * random.integer(20_000, 90_000)).toISOString(),
      level: 'info',
      msg: `parcel ${random.integer(10_000_000, 99_999_999)} scanned`,
      service: 'warehouse',
      hostname: scanner,
    }),
  }));
}
