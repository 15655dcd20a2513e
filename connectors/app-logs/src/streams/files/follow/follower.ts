import { setTimeout as delay } from 'node:timers/promises';
import { type Batch, type ReadContext, StreamError } from '@sluice/connector';
import type { FilesConfig } from '../config.ts';
import { CopyWatch } from './copy-watch.ts';
import { KeptCopies } from './kept-copies.ts';
import { cursorOf, movedCursor, positionsOf, type FilePosition } from './cursor.ts';
import { discover, findMoved, isGlob, isGone, reasonOf, type FoundFile } from './discover.ts';
import { TrackedFile, type Chunk, type ReadLimits } from './tracked-file.ts';

/** So many chunks of one file are given out before the next file has its turn. */
const chunksPerTurn = 8;
const globEveryMs = 1000;

export interface FollowOptions {
  /** How long a file that was renamed away or deleted is held open for a writer that still has it. Default 30 s. */
  readonly lingerMs?: number;
  /** How long a file must be silent until only the search for files looks at it. Default 10 s. */
  readonly sleepsAfterMs?: number;
}

/** Reads the lines of all files that the patterns name, through growth, rotation and truncation. */
export class Follower {
  readonly #context: ReadContext<FilesConfig>;
  readonly #lingerMs: number;
  readonly #limits: ReadLimits;
  readonly #files = new Map<string, TrackedFile>();
  /** Positions of files that the cursor knows and that are not found (yet). */
  readonly #kept: Map<string, FilePosition>;
  readonly #copies: CopyWatch;
  readonly #keptCopies: KeptCopies;
  readonly #warned = new Map<string, string>();
  #nextScan = 0;

  constructor(context: ReadContext<FilesConfig>, options: FollowOptions = {}) {
    this.#context = context;
    this.#lingerMs = options.lingerMs ?? 30_000;
    const sleepsAfterMs = options.sleepsAfterMs ?? 10_000;
    this.#limits = { maxLineBytes: context.config.maxLineBytes, signal: context.signal, sleepsAfterMs };
    this.#kept = positionsOf(context.cursor);
    this.#keptCopies = new KeptCopies(this.#kept);
    this.#copies = new CopyWatch({ canWait: context.config.follow });
  }

  async *batches(): AsyncIterable<Batch> {
    const { config, signal } = this.#context;
    await this.#firstScan();
    if (config.startAt === 'end' && this.#context.cursor === undefined) yield this.#emptyBatch();
    while (!signal.aborted) {
      let gaveBatches = false;
      for (const file of this.#inOrder()) {
        for await (const batch of this.#turn(file)) {
          gaveBatches = true;
          yield batch;
        }
      }
      this.#reportBacklog();
      if (!gaveBatches && !config.follow) break;
      if (!gaveBatches) await this.#sleep();
      if (config.follow) await this.#lookAround();
      this.#reportBacklog();
    }
    if (!config.follow && !signal.aborted) this.#refuseUnread();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.close()));
    this.#files.clear();
  }

  /** Files that were rotated away first; the file that took such a path waits until the old one is read. */
  #inOrder(): TrackedFile[] {
    const files = [...this.#files.values()].filter((file) => !file.isAsleep);
    const rotated = files.filter((file) => file.missingSince !== undefined);
    const waitedFor = new Set(rotated.filter((file) => !file.isDrained).map((file) => file.path));
    return [...rotated, ...files.filter((file) => file.missingSince === undefined && !waitedFor.has(file.path))];
  }

  async *#turn(file: TrackedFile): AsyncIterable<Batch> {
    const { config, signal } = this.#context;
    try {
      if (config.follow && (await file.refresh())) this.#logTruncated(file);
      const isLast = !config.follow || this.#isLeft(file);
      for (let given = 0; given < chunksPerTurn && !signal.aborted; given++) {
        const chunk = await file.next(isLast);
        if (chunk === undefined) break;
        if (file.missingSince !== undefined) file.missingSince = performance.now();
        if (chunk === 'cut') this.#logTruncated(file);
        else yield this.#batchOf(file, chunk);
      }
      if (isLast && config.follow && file.isDrained) await this.#forget(file);
    } catch (error) {
      this.#warn(file.path, `cannot be read (${reasonOf(error)}); other files go on, and it is tried again`);
      this.#kept.set(file.id, file.position);
      await this.#forget(file);
    }
  }

  #batchOf(file: TrackedFile, chunk: Chunk): Batch {
    if (chunk.tooLong > 0) this.#logTooLong(file, chunk.tooLong);
    const records = chunk.bounds.length / 2;
    const cursor = cursorOf(this.#positions());
    return {
      bytes: chunk.bytes,
      bounds: chunk.bounds,
      receivedAt: this.#context.now(),
      origins: [{ transport: 'file', path: file.path }],
      cursor,
      cursorAt: (record) => movedCursor(cursor, file.id, chunk.positionAfter(Math.min(record, records - 1))),
    };
  }

  #emptyBatch(): Batch {
    const cursor = cursorOf(this.#positions());
    return {
      bytes: new Uint8Array(0),
      bounds: new Uint32Array(0),
      receivedAt: this.#context.now(),
      origins: [],
      cursor,
    };
  }

  *#positions(): Iterable<readonly [string, FilePosition]> {
    yield* this.#kept;
    for (const file of this.#files.values()) yield [file.id, file.position];
  }

  async #firstScan(): Promise<void> {
    const { config, cursor } = this.#context;
    await this.#scan();
    if (cursor === undefined && config.startAt === 'end') {
      for (const file of this.#files.values()) await file.skipToEnd();
    }
    for (const [id, position] of this.#kept) await this.#takeUpMoved(id, position);
    if (this.#files.size === 0 && this.#warned.size === 0) this.#nothingFound();
  }

  /** A file of the cursor that no pattern leads to any more was rotated while nobody was reading: its rest is read. */
  async #takeUpMoved(id: string, position: FilePosition): Promise<void> {
    const found = await findMoved(position.path, id);
    if (found === 'unknown') return;
    this.#kept.delete(id);
    if (found === undefined) {
      this.#context.log.warn('a followed file is gone; lines written to it since the last run, if any, are not read', {
        path: position.path,
      });
      return;
    }
    const file = await this.#open({ ...found, path: position.path }, found.path, position);
    if (file !== undefined) file.missingSince = performance.now();
  }

  async #lookAround(): Promise<void> {
    const now = performance.now();
    if (now < this.#nextScan) return;
    await this.#scan();
    this.#nextScan = performance.now() + (this.#context.config.paths.some(isGlob) ? globEveryMs : 0);
  }

  async #scan(): Promise<void> {
    const { config, signal } = this.#context;
    const { files, problems } = await discover(config.paths, signal);
    // A search that was broken off has not seen every file: nothing follows from what it did not see.
    if (signal.aborted) return;
    for (const [path, reason] of problems) this.#warn(path, `cannot be looked at (${reason}); it is tried again`);
    for (const found of files) await this.#see(found);
    const present = new Set(files.map((file) => file.id));
    for (const file of this.#files.values()) {
      if (!present.has(file.id)) file.missingSince ??= performance.now();
    }
  }

  async #see(found: FoundFile): Promise<void> {
    const tracked = this.#files.get(found.id);
    if (tracked !== undefined) {
      tracked.path = found.path;
      tracked.seeSize(found.size);
      tracked.missingSince = undefined;
      return;
    }
    const kept = this.#kept.get(found.id);
    if (kept !== undefined) await this.#open(found, found.path, kept);
    else await this.#take(found);
  }

  /** Takes up a file that was never seen, unless it is a copy of one that was. */
  async #take(found: FoundFile): Promise<void> {
    try {
      const verdict = await this.#copies.judge(found, [...this.#files.values()]);
      if (verdict.kind === 'wait') return;
      const position = verdict.kind === 'from' ? verdict.position : await this.#keptCopies.positionIn(found);
      await this.#open(found, found.path, position);
    } catch (error) {
      this.#warnUnopened(found.path, error);
    }
  }

  async #open(found: FoundFile, at: string, kept: FilePosition | undefined): Promise<TrackedFile | undefined> {
    try {
      const file = await TrackedFile.open({ ...found, path: at }, kept, this.#limits);
      file.path = found.path;
      this.#files.set(file.id, file);
      this.#kept.delete(file.id);
      this.#warned.delete(found.path);
      return file;
    } catch (error) {
      this.#warnUnopened(at, error);
      return undefined;
    }
  }

  #warnUnopened(path: string, error: unknown): void {
    if (isGone(error)) return;
    this.#warn(path, `cannot be opened (${reasonOf(error)}); give this process the right to read it`);
  }

  /** Whether a file that no path leads to any more has been still for long enough to be left. */
  #isLeft(file: TrackedFile): boolean {
    return file.missingSince !== undefined && file.isDrained && performance.now() - file.missingSince >= this.#lingerMs;
  }

  async #forget(file: TrackedFile): Promise<void> {
    this.#files.delete(file.id);
    await file.close();
  }

  async #sleep(): Promise<void> {
    await delay(this.#context.config.pollMs, undefined, { signal: this.#context.signal }).catch(() => undefined);
  }

  #reportBacklog(): void {
    let bytes = 0;
    for (const file of this.#files.values()) bytes += file.unreadBytes;
    this.#context.reportBacklog(bytes);
  }

  #nothingFound(): void {
    const { config, log } = this.#context;
    const named = config.paths.join(', ');
    if (!config.follow && !config.paths.some(isGlob)) {
      throw new StreamError('not_found', `No file at ${named}: check "paths", or set "follow: true" to wait for it.`);
    }
    log.warn('no file matches "paths" yet', { paths: named });
  }

  /** Without `follow` there is no later try: a file that could not be read must not pass for read. */
  #refuseUnread(): void {
    const unread = [...this.#warned.keys()];
    if (unread.length === 0) return;
    const named = unread.slice(0, 5).join(', ') + (unread.length > 5 ? ` and ${unread.length - 5} more` : '');
    throw new StreamError('permission_denied', `Could not read ${named}: see the warnings above. The rest was read.`);
  }

  #warn(path: string, message: string): void {
    if (this.#warned.get(path) === message) return;
    this.#warned.set(path, message);
    this.#context.log.warn(`${path} ${message}`, { path });
  }

  #logTruncated(file: TrackedFile): void {
    this.#context.log.warn('a file was truncated; it is read from its beginning', { path: file.path });
  }

  #logTooLong(file: TrackedFile, lines: number): void {
    const { maxLineBytes } = this.#context.config;
    this.#context.log.warn('lines are longer than max_line and were cut', {
      path: file.path,
      lines,
      max_line_bytes: maxLineBytes,
    });
  }
}
