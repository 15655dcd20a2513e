import { deepStrictEqual } from 'node:assert';
import type { EmittedClass } from '@sluice/connector';
import type { Catalogue } from '@sluice/ocsf';
import { columnSchema, moveUndeclared, sluiceEncoder } from '@sluice/parquet';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { expectedRow, readRow } from './logical-value.ts';

export type Event = Readonly<Record<string, unknown>>;

/** The rows of an object, read by hyparquet, which shares no code with the encoder. */
export async function readRows(object: Uint8Array): Promise<readonly Record<string, unknown>[]> {
  return parquetReadObjects({ file: new Uint8Array(object).buffer, compressors });
}

/**
 * Encodes completed events of one class as the runtime does, reads them back with another implementation of Parquet, and
 * throws where a value is not what it was. What no column holds is in `unmapped`.
 */
export type ReadBackCheck = (events: readonly Event[]) => Promise<void>;

export function readBackCheck(catalogue: Catalogue, emitted: EmittedClass): ReadBackCheck {
  const classUid = catalogue.classes.get(emitted.class)?.uid;
  if (classUid === undefined) throw new Error(`OCSF ${catalogue.release} has no class ${emitted.class}.`);
  const { profiles, columns } = emitted;
  const schema = columnSchema(catalogue, { classUid, profiles, columns });
  const move = moveUndeclared(schema);
  return async (events) => {
    const writer = sluiceEncoder.open(schema);
    const expected = events.map((event) => {
      const moved = structuredClone(event) as Record<string, unknown>;
      move(moved);
      writer.append(moved);
      return { time: Number(moved['time']), row: expectedRow(schema.columns, moved) };
    });
    const { chunks } = await writer.finish();
    const rows = await readRows(Buffer.concat(chunks));
    deepStrictEqual(
      rows.map((row) => readRow(schema.columns, row)),
      expected.toSorted((one, other) => one.time - other.time).map(({ row }) => row),
      `${emitted.class} is not read back from Parquet as it was written`,
    );
  };
}
