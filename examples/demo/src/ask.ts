import { program, type Io } from '@sluice/cli';

/** What `sluice query --lake LAKE SQL` writes. Without SQL: the tables of the lake. */
export function ask(lake: string, sql?: string): Promise<string> {
  return sluice(['query', '--lake', lake, ...(sql === undefined ? [] : [sql])]);
}

/** Rows that DuckDB finds in the whole lake. */
export async function storedRows(lake: string): Promise<number> {
  const tables = await sluice(['query', '--lake', lake, '--format', 'json']);
  let rows = 0;
  for (const line of tables.split('\n')) {
    if (line === '') continue;
    const table: { readonly rows: number } = JSON.parse(line);
    rows += table.rows;
  }
  return rows;
}

async function sluice(args: readonly string[]): Promise<string> {
  let written = '';
  let complaints = '';
  const io: Io = {
    stdout: { write: (text) => void (written += text), isTty: false, columns: 160, rows: 40 },
    stderr: { write: (text) => void (complaints += text), isTty: false, columns: 160, rows: 40 },
    environment: process.env,
    now: Date.now,
  };
  const code = await program(args, io);
  if (code !== 0) throw new Error(`sluice ${args.join(' ')} ended with ${code}: ${complaints}`);
  return written;
}
