import { createReadStream } from 'node:fs';
import { BatchBuilder, StreamError, type Batch, type Cursor, type ReadContext } from '@sluice/connector';
import { ExportEntries, type ExportEntry } from '../../journal/export-entries.ts';
import type { JournalConfig } from './config.ts';
import { followJournal } from './follow.ts';

/** As much of a file as makes one batch. */
const maxChunkBytes = 1024 * 1024;

/** Where reading goes on: the bytes of each file that are done with. */
type Offsets = ReadonlyMap<string, number>;

/** Yields the entries of exported journals, one file after the other, and ends; or those of this machine as they come. */
export async function* readJournal(context: ReadContext<JournalConfig>): AsyncGenerator<Batch, void, undefined> {
  const { paths } = context.config;
  if (paths === undefined) yield* followJournal(context);
  else yield* readExports(paths, context);
}

async function* readExports(
  paths: readonly string[],
  context: ReadContext<JournalConfig>,
): AsyncGenerator<Batch, void, undefined> {
  let offsets = offsetsOf(context.cursor);
  for (const path of paths) {
    for await (const entries of entriesOf(path, offsets.get(path) ?? 0, context)) {
      if (context.signal.aborted) return;
      const batch = batchOf(path, entries, offsets, context);
      offsets = offsetsOf(batch.cursor);
      yield batch;
    }
  }
}

/** Entries from `start` on, those together that end in one piece of the file. */
async function* entriesOf(
  path: string,
  start: number,
  { log }: ReadContext<JournalConfig>,
): AsyncGenerator<readonly ExportEntry[], void, undefined> {
  let end = start;
  const reader = new ExportEntries(start);
  const file = createReadStream(path, { start, highWaterMark: maxChunkBytes }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of file) {
      const entries = reader.push(chunk);
      end = entries.at(-1)?.end ?? end;
      if (entries.length > 0) yield entries;
    }
  } catch (error) {
    throw error instanceof StreamError ? error : unreadable(path, error);
  }
  const last = reader.flush();
  if (last === undefined) return;
  if (last.isCut) log.warn(`${path} ends within a field: its last entry may lack something`, { path });
  // Half a field alone came out with its entry before, or is the beginning of one of which nothing else is there.
  if (last.end > end) yield [last];
}

function batchOf(
  path: string,
  entries: readonly ExportEntry[],
  before: Offsets,
  { now }: ReadContext<JournalConfig>,
): Batch {
  const builder = new BatchBuilder();
  const origin = { transport: 'file', path };
  for (const { json } of entries) builder.add(json, 0, json.length, origin);
  const cursorAt = (record: number): Cursor => Object.fromEntries([...before, [path, entries[record]?.end ?? 0]]);
  return builder.take({ receivedAt: now(), cursor: cursorAt(entries.length - 1), cursorAt });
}

function unreadable(path: string, cause: unknown): StreamError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StreamError('not_found', `Cannot read ${path} (${why}): check "paths", and the right to read it.`, {
    cause,
  });
}

function offsetsOf(cursor: Cursor | undefined): Offsets {
  if (typeof cursor !== 'object' || cursor === null || Array.isArray(cursor)) return new Map();
  const entries = Object.entries(cursor).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]));
  return new Map(entries);
}
