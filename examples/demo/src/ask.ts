import { program, type Io, type Output } from '@sluice/cli';

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
  const [written, complaints]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: outputTo(written),
    stderr: outputTo(complaints),
    environment: process.env,
    now: Date.now,
  };
  const code = await program(args, io);
  if (code !== 0) throw new Error(`sluice ${args.join(' ')} ended with ${code}: ${complaints.join('')}`);
  return written.join('');
}

function outputTo(parts: string[]): Output {
  return {
    write: (text) => void parts.push(text),
    drained: () => Promise.resolve(),
    isTty: false,
    columns: 160,
    rows: 40,
  };
}
