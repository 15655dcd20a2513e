import { counted, sized, textTable } from './text-table.ts';

/** An object that the pipeline stored. */
export interface StoredObject {
  readonly source: string;
  readonly account: string;
  readonly eventDay: string;
  readonly rows: number;
  readonly byteLength: number;
}

/** Objects by source and partition, as the lake's folders name them. */
export function objectTable(objects: readonly StoredObject[]): readonly string[] {
  const groups = Map.groupBy(objects, ({ source, account, eventDay }) => `${source} ${account} ${eventDay}`);
  const rows = [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => [...key.split(' '), ...amounts(group)]);
  return textTable(
    ['source', 'accountId', 'eventDay', 'objects', 'rows', 'size'],
    [...rows, ['in all', '', '', ...amounts(objects)]],
  );
}

function amounts(objects: readonly StoredObject[]): readonly string[] {
  const rows = objects.reduce((sum, object) => sum + object.rows, 0);
  const bytes = objects.reduce((sum, object) => sum + object.byteLength, 0);
  return [counted(objects.length), counted(rows), sized(bytes)];
}
