import { createReadStream } from 'node:fs';
import { BatchBuilder, StreamError, type Batch, type Cursor, type ReadContext } from '@sluice/connector';
import { ExportEntries, type ExportEntry } from '../../journal/export-entries.ts';
import type { JournalConfig } from './config.ts';
import { followJournal } from './follow.ts';

const maxBatchBytes = 1024 * 1024;

/** Where reading goes on: the bytes of each file that are done with. */
type Offsets = { readonly [path: string]: number };

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
    for await (const entries of entriesOf(path, Object.hasOwn(offsets, path) ? (offsets[path] ?? 0) : 0, context)) {
      if (context.signal.aborted) return;
      const before = offsets;
      const builder = new BatchBuilder();
      const origin = { transport: 'file', path };
      for (const { json } of entries) builder.add(json, 0, json.length, origin);
      const cursorAt = (record: number): Cursor => ({ ...before, [path]: entries[record]?.end ?? 0 });
      offsets = { ...before, [path]: entries.at(-1)?.end ?? 0 };
      yield builder.take({ receivedAt: context.now(), cursor: offsets, cursorAt });
    }
  }
}

/** Batches of entries from `start` on. */
async function* entriesOf(
  path: string,
  start: number,
  { signal }: ReadContext<JournalConfig>,
): AsyncGenerator<readonly ExportEntry[], void, undefined> {
  const reader = new ExportEntries(start);
  let waiting: ExportEntry[] = [];
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { start, signal }) as AsyncIterable<Buffer>) {
      for (const entry of reader.push(chunk)) {
        waiting.push(entry);
        bytes += entry.json.length;
      }
      if (bytes < maxBatchBytes) continue;
      yield waiting;
      [waiting, bytes] = [[], 0];
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error instanceof StreamError ? error : unreadable(path, error);
  }
  const last = reader.flush();
  if (last !== undefined) waiting.push(last);
  if (waiting.length > 0) yield waiting;
}

function unreadable(path: string, cause: unknown): StreamError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StreamError('not_found', `Cannot read ${path} (${why}): check "paths", and the right to read it.`, {
    cause,
  });
}

function offsetsOf(cursor: Cursor | undefined): Offsets {
  if (typeof cursor !== 'object' || cursor === null || Array.isArray(cursor)) return {};
  const entries = Object.entries(cursor).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]));
  return Object.fromEntries(entries);
}
