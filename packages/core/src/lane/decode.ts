import { isAscii, isUtf8 } from 'node:buffer';
import type { Batch, RecordFormat } from '@sluice/connector';
import { parseJson } from '@sluice/connector/records';
import type { Refusal } from '../lake/refusal.ts';

/** A record as `map` wants it, or why it cannot be had. */
type Decoded = { readonly record: unknown } | { readonly refusal: Refusal };

/** Reads record after record of a batch in the stream's format. */
export type Decoder = (start: number, end: number) => Decoded;

/** Text that is not UTF-8 is read as Latin-1, which keeps every byte. JSON that is not UTF-8 is refused. */
export function decoderFor(format: RecordFormat, batch: Batch): Decoder {
  const buffer = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.byteLength);
  switch (format) {
    case 'bytes':
      return (start, end) => ({ record: buffer.subarray(start, end) });
    case 'text':
      return textDecoder(buffer);
    case 'json':
      return jsonDecoder(buffer);
  }
}

function textDecoder(buffer: Buffer): Decoder {
  if (isAscii(buffer)) return (start, end) => ({ record: buffer.toString('latin1', start, end) });
  if (isUtf8(buffer)) return (start, end) => ({ record: buffer.toString('utf8', start, end) });
  return (start, end) => {
    const valid = isUtf8(buffer.subarray(start, end));
    return { record: valid ? buffer.toString('utf8', start, end) : buffer.toString('latin1', start, end) };
  };
}

function jsonDecoder(buffer: Buffer): Decoder {
  const ascii = isAscii(buffer);
  const utf8 = ascii || isUtf8(buffer);
  return (start, end) => {
    if (!utf8 && !isUtf8(buffer.subarray(start, end))) {
      return { refusal: { code: 'invalid_utf8', detail: 'the record is not UTF-8; JSON has to be' } };
    }
    try {
      return {
        record: parseJson(ascii ? buffer.toString('latin1', start, end) : buffer.toString('utf8', start, end)),
      };
    } catch (error) {
      // V8's message quotes the text around the fault; the position is enough, the record is kept whole beside it.
      const position = /position \d+/.exec(error instanceof Error ? error.message : '')?.[0] ?? 'an unknown position';
      return { refusal: { code: 'malformed_json', detail: `not JSON, at ${position} of ${end - start}` } };
    }
  };
}
