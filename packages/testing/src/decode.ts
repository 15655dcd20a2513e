import { isUtf8 } from 'node:buffer';
import type { RecordFormat } from '@sluice/connector';
import { parseJson } from '@sluice/connector/records';

/** A record as the runtime would hand it to `map`. Throws where a `json` record is not JSON. */
export function decodeRecord(bytes: Buffer, format: RecordFormat): unknown {
  if (format === 'bytes') return bytes;
  if (format === 'json') return parseJson(bytes.toString('utf8'));
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
}
