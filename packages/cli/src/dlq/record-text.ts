import { isUtf8 } from 'node:buffer';
import { printable } from '../terminal/printable.ts';

/** A record for a terminal: its text with control characters shown, or hexadecimal where it is not UTF-8. */
export function recordText(record: Buffer): { readonly kind: 'text' | 'hex'; readonly text: string } {
  return isUtf8(record)
    ? { kind: 'text', text: printable(record.toString('utf8')) }
    : { kind: 'hex', text: record.toString('hex') };
}
