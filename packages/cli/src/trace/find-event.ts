import { join } from 'node:path';
import type { LakeObject } from '../lake/list-lake.ts';
import type { LocalFiles } from '../query/local-files.ts';
import type { Session } from '../query/session.ts';
import { jsonValue } from '../query/values.ts';
import type { Traced } from './trace.ts';

interface Tools {
  readonly session: Session;
  readonly files: LocalFiles;
}

/** So many objects are looked through by one statement. */
const objectsAtOnce = 200;

/** The objects that hold events of this `metadata.uid`, newest day of a source first. */
export async function findEvent(
  uid: string,
  objects: readonly LakeObject[],
  { session, files }: Tools,
): Promise<readonly Traced[]> {
  const newestFirst = objects.toSorted((a, b) => (a.eventDay < b.eventDay ? 1 : -1));
  const found: Traced[] = [];
  for (let from = 0; from < newestFirst.length; from += objectsAtOnce) {
    const some = newestFirst.slice(from, from + objectsAtOnce);
    await files.fill(some);
    const byPath = new Map(some.map((object) => [join(files.folder, object.key), object]));
    // Of objects that others wrote, some may have no such column: all of one schema are asked together.
    for (const paths of Map.groupBy(byPath.keys(), (path) => byPath.get(path)?.source).values()) {
      for (const [path, rows] of await holding(session, uid, paths)) {
        const object = byPath.get(path);
        if (object !== undefined) found.push({ object, rows });
      }
    }
  }
  return found;
}

async function holding(session: Session, uid: string, paths: readonly string[]): Promise<readonly [string, number][]> {
  const files = paths.map(literal).join(', ');
  const sql = `SELECT filename, count(*) FROM read_parquet([${files}], union_by_name = true, filename = true)
    WHERE metadata.uid = ${literal(uid)} GROUP BY filename ORDER BY filename DESC`;
  const found: [string, number][] = [];
  try {
    const result = await session.query(sql);
    for await (const rows of result.yieldConvertedRows(jsonValue)) {
      for (const [path, count] of rows) if (typeof path === 'string') found.push([path, Number(count)]);
    }
  } catch (error) {
    if (error instanceof Error && /Binder Error/.test(error.message)) return [];
    throw error;
  }
  return found;
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
