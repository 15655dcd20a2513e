import { closeSync, openSync, readSync } from 'node:fs';

export type Row = Readonly<Record<string, unknown>>;

const windowBytes = 256 * 1024;

/** Fresh row objects of an NDJSON file, `batch` at a time; a quarter of a megabyte of the file is held. */
export function* rowsOfFile(path: string, batch: number): Generator<readonly Row[]> {
  const file = openSync(path, 'r');
  const window = Buffer.alloc(windowBytes);
  let rows: Row[] = [];
  let held = 0;
  for (
    let read = readSync(file, window, held, windowBytes - held, null);
    read > 0;
    read = readSync(file, window, held, windowBytes - held, null)
  ) {
    const end = held + read;
    let start = 0;
    for (let line = window.indexOf(10, start); line >= 0 && line < end; line = window.indexOf(10, start)) {
      rows.push(JSON.parse(window.toString('utf8', start, line)) as Row);
      start = line + 1;
      if (rows.length < batch) continue;
      yield rows;
      rows = [];
    }
    window.copy(window, 0, start, end);
    held = end - start;
  }
  closeSync(file);
  if (rows.length > 0) yield rows;
}
