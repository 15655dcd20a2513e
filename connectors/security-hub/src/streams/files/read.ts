import { createReadStream } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchBuilder, type Batch, type Cursor, type Origin, type ReadContext } from '@sluice/connector';
import { createRecordSplitter } from '@sluice/connector/records';
import type { FilesConfig } from './config.ts';

const maxBatchBytes = 1024 * 1024;
/** A finding has 240 KB at most. What is longer is none, and kept as a dead letter by its beginning. */
const maxRecordBytes = 16 * 1024 * 1024;

/** What was read of a file: `version` tells whether it was written anew since. */
interface Progress {
  readonly version: string;
  readonly records: number;
}

type Position = Readonly<Record<string, Progress>>;

/** Reads each file once, in the order of their names; a file that was written anew is read again. */
export async function* readFiles(context: ReadContext<FilesConfig>): AsyncGenerator<Batch, void, undefined> {
  const { config, signal } = context;
  let position = positionOf(context.cursor);
  /** Versions of the files as they were at the last look: one that is still being written has another at the next. */
  const seen = new Map<string, string>();
  for (;;) {
    for (const path of await pathsOf(config.paths)) {
      if (signal.aborted) return;
      const file = await fileAt(path, context);
      if (file === undefined) continue;
      const isSettled = !config.follow || seen.get(path) === file.version;
      seen.set(path, file.version);
      if (!isSettled) continue;
      for await (const { batch, after } of readFindings(file, position, context)) {
        yield batch;
        position = after;
      }
    }
    if (!config.follow) return;
    await sleep(config.pollMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}

interface FoundFile {
  readonly path: string;
  /** Another one once it is written anew. */
  readonly version: string;
}

/** The file, where there is one that is not too large. */
async function fileAt(path: string, { config, log }: ReadContext<FilesConfig>): Promise<FoundFile | undefined> {
  const file = await stat(path).catch(() => undefined);
  if (file === undefined || !file.isFile()) return undefined;
  if (file.size <= config.maxFileBytes) return { path, version: `${file.size}:${file.mtimeMs}` };
  log.warn('file is too large and left alone: raise max_file or cut it up', { path, bytes: file.size });
  return undefined;
}

async function* readFindings(
  { path, version }: FoundFile,
  position: Position,
  { now, signal, log }: ReadContext<FilesConfig>,
): AsyncGenerator<{ readonly batch: Batch; readonly after: Position }> {
  const known = position[path]?.version === version ? position[path].records : 0;
  if (known === Number.MAX_SAFE_INTEGER) return;
  const builder = new BatchBuilder();
  const origin: Origin = { transport: 'file', path };
  const receivedAt = now();
  const at = (records: number): Position => ({ ...position, [path]: { version, records } });
  let records = 0;
  const take = (end: number): { batch: Batch; after: Position } => {
    const first = records - builder.records;
    const cursorAt = (record: number): Cursor => cursorOf(at(first + record + 1));
    const after = at(end);
    return { batch: builder.take({ receivedAt, cursor: cursorOf(after), cursorAt }), after };
  };
  const add = (bytes: Uint8Array, start: number, end: number): void => {
    if (records++ >= known) builder.add(bytes, start, end, origin);
  };
  // What is no whole value is no JSON either: the pipeline rejects it, and keeps it.
  const addPart = (part: Uint8Array): void => add(part, 0, part.length);
  const unfinished = (rest: Uint8Array): void => {
    log.warn('file ends in the middle of a JSON value', { path });
    if (rest.length > 0) addPart(rest);
  };
  const sink = { record: add, tooLong: addPart, unfinished };
  const splitter = createRecordSplitter(sink, { maxRecordBytes, lists: ['Findings'] });
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (signal.aborted) return;
    splitter.push(chunk);
    if (builder.weight >= maxBatchBytes) yield take(records);
  }
  splitter.end();
  yield take(Number.MAX_SAFE_INTEGER);
}

async function pathsOf(patterns: readonly string[]): Promise<readonly string[]> {
  const paths = new Set<string>();
  for (const pattern of patterns) {
    if (/[*?[\]{}]/.test(pattern)) for await (const path of glob(pattern)) paths.add(path);
    else paths.add(pattern);
  }
  return [...paths].toSorted();
}

function cursorOf(position: Position): Cursor {
  return Object.fromEntries(Object.entries(position).map(([path, { version, records }]) => [path, [version, records]]));
}

function positionOf(cursor: Cursor | undefined): Position {
  const entries: [string, Progress][] = [];
  for (const [path, progress] of Object.entries(Object(cursor ?? {}) as Readonly<Record<string, Cursor>>)) {
    const [version, records]: readonly Cursor[] = Array.isArray(progress) ? progress : [];
    if (typeof version === 'string' && typeof records === 'number') entries.push([path, { version, records }]);
  }
  return Object.fromEntries(entries);
}
