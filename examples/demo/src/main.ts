/** `npm run demo`: a day of a small company, through real sockets and real files, into a lake in a folder. */
import { createDisplay } from './display.ts';
import { runDemo, type Played } from './demo.ts';
import { readOptions, usage } from './options.ts';
import { report } from './report.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  const display = createDisplay(process.stdout, Date.now);
  try {
    const played = await runDemo(readOptions(args), display, stop.signal);
    if (stop.signal.aborted) return 0;
    await report(played, (text) => display.line(text));
    return verdict(played);
  } catch (error) {
    display.end();
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    return 1;
  }
}

/** Nothing lost, nothing twice: else the demo fails, and says by how much. */
function verdict({ sent, rows, progress }: Played): number {
  const found = rows + progress.rejected + progress.skipped;
  if (found === sent && rows === progress.stored) return 0;
  process.stderr.write(
    `This does not add up: ${sent} sent, ${progress.received} received, ${progress.stored} stored, ${rows} rows in the lake, ` +
      `${progress.rejected} rejected, ${progress.skipped} skipped, ${progress.dropped} dropped.\n`,
  );
  return 1;
}
