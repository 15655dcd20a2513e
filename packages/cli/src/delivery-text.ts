import type { Delivery } from '@sluice/connector';

/**
 * What a reader is told of a stream's delivery. A stream that can be read again hands records on at least once; of what is
 * read twice after a crash, the runtime stores each record once (docs/delivery.md).
 */
export const deliveryTexts: Readonly<Record<Delivery, string>> = {
  'at-least-once': 'at least once from the source, once in the lake',
  'at-most-once': 'at most once; with a `spool`, once from the disk on',
};

/** … and of a pipeline, which has a spool or none. */
export function deliveryText(delivery: Delivery, hasSpool: boolean): string {
  if (delivery === 'at-least-once') return deliveryTexts[delivery];
  return hasSpool ? 'once in the lake, from the disk on' : 'at most once';
}
