import { counted, sized } from '../terminal/amounts.ts';
import type { Output } from '../terminal/io.ts';
import { tableLines } from '../terminal/table.ts';
import type { LakeTable } from './lake-tables.ts';
import type { ResultFormat } from './formats.ts';
import { csvLine } from './render.ts';

/** What there is to say of a table; rows and columns where they were counted. */
export interface TableFacts {
  readonly table: string;
  readonly alias: string | null;
  readonly objects: number;
  readonly bytes: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly rows?: number;
  readonly columns?: number;
}

export function factsOf({ name, alias, objects }: LakeTable): TableFacts {
  const days = objects.map(({ eventDay }) => eventDay).toSorted();
  return {
    table: name,
    alias: alias ?? null,
    objects: objects.length,
    bytes: objects.reduce((all, { byteLength }) => all + byteLength, 0),
    first_day: days[0] ?? '',
    last_day: days.at(-1) ?? '',
  };
}

export function describeTables(facts: readonly TableFacts[], format: ResultFormat, output: Output): void {
  if (format === 'json') for (const table of facts) output.write(`${JSON.stringify(table)}\n`);
  else if (format === 'csv') writeCsv(facts, output);
  else for (const line of lines(facts)) output.write(`${line}\n`);
}

const keys = ['table', 'alias', 'objects', 'bytes', 'first_day', 'last_day', 'rows', 'columns'] as const;

function writeCsv(facts: readonly TableFacts[], output: Output): void {
  output.write(csvLine(keys));
  for (const table of facts) output.write(csvLine(keys.map((key) => table[key] ?? null)));
}

function lines(facts: readonly TableFacts[]): readonly string[] {
  const head = ['table', 'or shorter', 'rows', 'columns', 'objects', 'size', 'event days'];
  const rows = facts.map((table) => [
    table.table,
    table.alias ?? '',
    table.rows === undefined ? '' : counted(table.rows),
    table.columns === undefined ? '' : counted(table.columns),
    counted(table.objects),
    sized(table.bytes),
    table.first_day === table.last_day ? table.first_day : `${table.first_day} to ${table.last_day}`,
  ]);
  return tableLines(head, rows, { right: [2, 3, 4, 5] });
}
