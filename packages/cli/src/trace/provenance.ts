import { join } from 'node:path';
import type { Session } from '../query/session.ts';
import { jsonValue } from '../query/values.ts';
import { literal } from './find-event.ts';

/** What an object says of itself: `pipeline`, `connector`, `range`… Empty where Sluice has not written it. */
export type Provenance = Readonly<Record<string, string>>;

const prefix = 'sluice.';

/** Reads the footer of an object. */
export async function provenanceOf(session: Session, folder: string, key: string): Promise<Provenance> {
  const sql = `SELECT decode(key), decode(value) FROM parquet_kv_metadata(${literal(join(folder, key))})`;
  const facts: [string, string][] = [];
  const result = await session.query(sql);
  for await (const rows of result.yieldConvertedRows(jsonValue)) {
    for (const [name, value] of rows) {
      if (typeof name === 'string' && typeof value === 'string' && name.startsWith(prefix))
        facts.push([name.slice(prefix.length), value]);
    }
  }
  return Object.fromEntries(facts);
}
