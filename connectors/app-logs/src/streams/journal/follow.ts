import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { BatchBuilder, StreamError, type Batch, type Cursor, type ReadContext } from '@sluice/connector';
import { ExportEntries, type ExportEntry } from '../../journal/export-entries.ts';
import type { FollowedJournal, JournalConfig } from './config.ts';

const maxErrorLength = 500;
const origin = { transport: 'journal' };

/**
 * Yields the entries of a journal from the oldest on, or from the cursor on, as `journalctl` gives them out, until it is
 * told to stop. The program waits when nobody pulls. Throws a retryable `StreamError` where it ends by itself.
 */
export async function* followJournal(context: ReadContext<JournalConfig>): AsyncGenerator<Batch, void, undefined> {
  const { signal, config } = context;
  if (signal.aborted) return;
  let after = positionIn(context.cursor);
  const child = start(config.follow, after);
  const problems = problemsOf(child);
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop);
  const reader = new ExportEntries();
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      const entries = reader.push(chunk);
      if (signal.aborted) return;
      if (entries.length === 0) continue;
      const batch = batchOf(entries, after, context);
      after = positionIn(batch.cursor);
      yield batch;
    }
    const why = await problems;
    if (!signal.aborted) throw why;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

type Program = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

function start({ program, units, directory }: FollowedJournal, after: string | undefined): Program {
  const args = ['--output=export', '--follow', '--no-tail', '--all', '--quiet', '--no-pager'];
  for (const unit of units) args.push(`--unit=${unit}`);
  if (directory !== undefined) args.push(`--directory=${directory}`);
  if (after !== undefined) args.push(`--after-cursor=${after}`);
  return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Why the program has ended, with what it has said of it. */
async function problemsOf(child: Program): Promise<StreamError> {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, maxErrorLength)));
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    const how = signal === null ? `with code ${code}` : `by ${signal}`;
    return new StreamError('upstream_unreachable', `journalctl has ended ${how}. ${remedy(said)}`, { retryable: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `Cannot start journalctl (${why}): install systemd, or name the program in "journalctl".`;
    return new StreamError('bad_config', message, { cause: error });
  }
}

function remedy(said: string): string {
  return said.trim() === ''
    ? 'It said nothing; it is started again.'
    : `It said: ${said.trim()} To read the journal, a user needs the group systemd-journal.`;
}

function batchOf(
  entries: readonly ExportEntry[],
  before: string | undefined,
  { now }: ReadContext<JournalConfig>,
): Batch {
  const builder = new BatchBuilder();
  const positions: (string | undefined)[] = [];
  let after = before;
  for (const { json, cursor } of entries) {
    builder.add(json, 0, json.length, origin);
    after = cursor ?? after;
    positions.push(after);
  }
  const cursorAt = (record: number): Cursor => ({ after: positions[record] ?? null });
  return builder.take({ receivedAt: now(), cursor: cursorAt(entries.length - 1), cursorAt });
}

function positionIn(cursor: Cursor | undefined): string | undefined {
  if (typeof cursor !== 'object' || cursor === null || Array.isArray(cursor)) return undefined;
  const after = 'after' in cursor ? cursor['after'] : undefined;
  return typeof after === 'string' ? after : undefined;
}
