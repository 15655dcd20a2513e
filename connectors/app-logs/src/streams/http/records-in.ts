import { createRecordSplitter } from '@sluice/connector/records';
import { Refusal } from '../../http/body.ts';

/** What a request may hold: each record has a cost of its own, however small it is. */
const maxRecords = 1_000_000;

/** The records of a body: lines of anything, or JSON. Throws a `Refusal` for a body that has no end, or too many. */
export function recordsIn(body: Buffer): readonly Uint8Array[] {
  const records: Uint8Array[] = [];
  const splitter = createRecordSplitter(
    {
      record(bytes, start, end) {
        if (records.push(bytes.subarray(start, end)) > maxRecords)
          throw new Refusal(413, `holds more than ${maxRecords} records; send less at a time`);
      },
      tooLong: () => undefined,
      unfinished() {
        throw new Refusal(400, 'ends in the middle of a JSON value');
      },
    },
    // None is longer than all of them.
    { maxRecordBytes: body.length },
  );
  splitter.push(body);
  splitter.end();
  return records;
}
