import type { RecordStep } from '@sluice/queue';
import type { HostInventory } from './inventory.ts';

/**
 * Name of the field that the reader adds to a record: what the inventory said of its host when the record was read. So
 * the record carries all that `map` needs, and a dead letter of it can be mapped again without the inventory.
 */
export const hostField = '$host';

/** Keys of JSON cannot stand inside its strings without a backslash before their quotes. */
const markers = [Buffer.from('"aid":"'), Buffer.from('"aid": "')];
const opening = Buffer.from(`,"${hostField}":`);
const quote = 0x22;
const closeBrace = 0x7d;

/** Appends to each record what the inventory says of its host. A record of an unknown host stays as it is. */
export function joinHosts(inventory: HostInventory): RecordStep {
  let scratch = Buffer.alloc(8192);
  return (bytes, start, end, add) => {
    const record = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
    const aid = record[record.length - 1] === closeBrace ? aidOf(record) : undefined;
    const host = aid === undefined ? undefined : inventory.find(aid);
    if (host === undefined) {
      add(bytes, start, end);
      return;
    }
    const length = record.length + opening.length + host.length;
    if (scratch.length < length) scratch = Buffer.alloc(length * 2);
    let at = record.copy(scratch, 0, 0, record.length - 1);
    at += opening.copy(scratch, at);
    at += host.copy(scratch, at);
    scratch[at] = closeBrace;
    add(scratch, 0, at + 1);
  };
}

function aidOf(record: Buffer): string | undefined {
  for (const marker of markers) {
    const found = record.indexOf(marker);
    if (found === -1) continue;
    const from = found + marker.length;
    const to = record.indexOf(quote, from);
    if (to > from && to - from <= 64) return record.toString('latin1', from, to);
  }
  return undefined;
}

/** Teaches the inventory what records of `aidmaster` say, and lets them pass as they are. */
export function learnHosts(inventory: HostInventory): RecordStep {
  return (bytes, start, end, add) => {
    inventory.learn(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString());
    add(bytes, start, end);
  };
}
