import { setTimeout as delay } from 'node:timers/promises';
import { type Batch, type ReadContext, StreamError } from '@sluice/connector';
import type { FilesConfig } from '../config.ts';
import { isTelling } from './copies.ts';
import { CopyWatch } from './copy-watch.ts';
import { isStill, KeptCopies } from './kept-copies.ts';
import { cursorOf, movedCursor, positionsOf, type FilePosition } from './cursor.ts';
import { discover, findMoved, isGlob, isGone, reasonOf, type FoundFile } from './discover.ts';
import type { Chunk, FollowedFile, ReadLimits } from './followed-file.ts';
import { isPacked, openFile, UnreadablePacking } from './open-file.ts';
import { awaitsPacking } from './packing.ts';

/** So many chunks of one file are given out before the next file has its turn. */
const chunksPerTurn = 8;

export interface FollowOptions {
  /** How long a file that was renamed away or deleted is held open for a writer that still has it. Default 30 s. */
  readonly lingerMs?: number;
  /** How long a file must be silent until only the search for files looks at it. Default 10 s. */
  readonly sleepsAfterMs?: number;
  /** How long a compressed file that ends in the middle is waited for when it does not grow. Default 30 s. */
  readonly finishedWithinMs?: number;
  /** How often globs are searched for files. Default 1 s. */
  readonly searchEveryMs?: number;
}

/** Reads the lines of all files that the patterns name, through growth, rotation and truncation. */
export class Follower {
  readonly #context: ReadContext<FilesConfig>;
  readonly #lingerMs: number;
  readonly #searchEveryMs: number;
  readonly #limits: ReadLimits;
  readonly #files = new Map<string, FollowedFile>();
  /** Positions of files that the cursor knows and that are not found (yet). */
  readonly #kept: Map<string, FilePosition>;
  readonly #copies: CopyWatch;
  readonly #keptCopies: KeptCopies;
  /** Positions of files whose inode another file has got while nobody was reading. */
  readonly #replaced = new Map<string, FilePosition>();
  /** Where files stood when they were truncated, for as long as the copies that were made of them are not found. */
  readonly #truncated = new Map<string, FilePosition>();
  readonly #warned = new Map<string, string>();
  #nextScan = 0;

  constructor(context: ReadContext<FilesConfig>, options: FollowOptions = {}) {
    this.#context = context;
    this.#lingerMs = options.lingerMs ?? 30_000;
    this.#searchEveryMs = options.searchEveryMs ?? 1000;
    const { maxLineBytes, maxUnpackedBytes } = context.config;
    this.#limits = {
      maxLineBytes,
      maxUnpackedBytes,
      signal: context.signal,
      sleepsAfterMs: options.sleepsAfterMs ?? 10_000,
      finishedWithinMs: options.finishedWithinMs ?? 30_000,
    };
    this.#kept = positionsOf(context.cursor);
    this.#keptCopies = new KeptCopies(this.#kept, positionsOf(context.cursor, 'left'));
    this.#copies = new CopyWatch({ canWait: context.config.follow });
  }

  async *batches(): AsyncIterable<Batch> {
    const { config, signal } = this.#context;
    await this.#firstScan();
    // Of files that a search has not seen, because it was broken off, no cursor may say that they were passed over.
    if (signal.aborted) return;
    if (this.#files.size === 0 && this.#warned.size === 0) this.#nothingFound();
    if (config.startAt === 'end' && this.#context.cursor === undefined) yield this.#emptyBatch();
    while (!signal.aborted) {
      this.#reportBacklog();
      let gaveBatches = false;
      for (const file of this.#inOrder()) {
        for await (const batch of this.#turn(file)) {
          gaveBatches = true;
          yield batch;
        }
      }
      if (!gaveBatches && !config.follow) break;
      if (!gaveBatches) await this.#sleep();
      if (config.follow) await this.#lookAround();
    }
    if (!config.follow && !signal.aborted) this.#refuseUnread();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.close()));
  }

  /** Files that were rotated away first; the file that took such a path waits until the old one is read. */
  *#inOrder(): Iterable<FollowedFile> {
    const files = [...this.#files.values()].filter((file) => !file.isAsleep);
    const rotated = files.filter((file) => file.missingSince !== undefined);
    yield* rotated;
    // Only now that they had their turn they know whether they are read.
    const waitedFor = new Set(rotated.filter((file) => !file.isDrained).map((file) => file.path));
    yield* files.filter((file) => file.missingSince === undefined && !waitedFor.has(file.path));
  }

  async *#turn(file: FollowedFile): AsyncIterable<Batch> {
    const { config, signal } = this.#context;
    try {
      const unreadBefore = file.unreadBytes;
      if (config.follow && (await file.refresh())) this.#seeTruncated(file);
      // Its writer is not silent, though a line has no end yet.
      if (file.missingSince !== undefined && file.unreadBytes > unreadBefore) file.missingSince = performance.now();
      const isLast = !config.follow || this.#isLeft(file);
      for (let given = 0; given < chunksPerTurn && !signal.aborted; given++) {
        const chunk = await file.next(isLast);
        if (chunk === undefined) break;
        if (chunk === 'cut') this.#seeTruncated(file);
        else yield this.#batchOf(file, chunk);
      }
      if (file.damage !== undefined) this.#warn(file.path, file.damage);
      if (isLast && config.follow && file.isDrained) await this.#leave(file);
    } catch (error) {
      this.#warn(file.path, `cannot be read (${reasonOf(error)}); other files go on, and it is tried again`);
      this.#kept.set(file.id, file.position);
      await this.#forget(file);
    }
  }

  #batchOf(file: FollowedFile, chunk: Chunk): Batch {
    if (chunk.tooLong > 0) this.#logTooLong(file, chunk.tooLong);
    const cursor = cursorOf(this.#positions(), this.#left());
    return {
      bytes: chunk.bytes,
      bounds: chunk.bounds,
      receivedAt: this.#context.now(),
      origins: [{ transport: 'file', path: file.path }],
      cursor,
      cursorAt: (record) => movedCursor(cursor, file.id, chunk.positionAfter(record)),
    };
  }

  #emptyBatch(): Batch {
    const cursor = cursorOf(this.#positions(), this.#left());
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

  /** The next start judges copies by these. */
  *#left(): Iterable<readonly [string, FilePosition]> {
    yield* this.#keptCopies.left;
    yield* this.#truncated;
  }

  async #firstScan(): Promise<void> {
    const { config, cursor } = this.#context;
    await this.#scan();
    if (cursor === undefined && config.startAt === 'end') {
      for (const file of this.#files.values()) await file.skipToEnd();
    }
    for (const [id, position] of this.#kept) await this.#takeUpMoved(id, position);
    for (const [id, position] of this.#replaced) await this.#takeUpPacked(id, position);
  }

  /** A file of the cursor that no pattern leads to any more was rotated while nobody was reading: its rest is read. */
  async #takeUpMoved(id: string, position: FilePosition): Promise<void> {
    const found = await findMoved(position.path, id);
    if (found === 'unknown') return;
    if (found === undefined) {
      this.#kept.delete(id);
      if (this.#keptCopies.isFound(id) || (await this.#takeUpPacked(id, position))) return;
      this.#context.log.warn('a followed file is gone; lines written to it since the last run, if any, are not read', {
        path: position.path,
      });
      return;
    }
    await this.#finish(found, position);
  }

  /** The same for one that was compressed, and whose inode another file may have by now. */
  async #takeUpPacked(id: string, position: FilePosition): Promise<boolean> {
    const found = await this.#keptCopies.packed(id, position, (other) => this.#files.has(other));
    if (found === undefined) return false;
    await this.#finish(found, position);
    return true;
  }

  /** Reads the rest of a file under the path that it had. */
  async #finish(found: FoundFile, position: FilePosition): Promise<void> {
    const file = await this.#open(found, position);
    if (file === undefined) return;
    file.path = position.path;
    file.missingSince = performance.now();
  }

  async #lookAround(): Promise<void> {
    const now = performance.now();
    if (now < this.#nextScan) return;
    await this.#scan();
    this.#nextScan = performance.now() + (this.#context.config.paths.some(isGlob) ? this.#searchEveryMs : 0);
  }

  async #scan(): Promise<void> {
    const { config, signal } = this.#context;
    const { files, problems } = await discover(config.paths, signal);
    // A search that was broken off has not seen every file: nothing follows from what it did not see.
    if (signal.aborted) return;
    for (const [path, reason] of problems) this.#warn(path, `cannot be looked at (${reason}); it is tried again`);
    const present = new Map(files.map((file) => [file.id, file]));
    // First what has become of the files that are known: what is new may be made of them.
    for (const file of this.#files.values()) this.#seeAgain(file, present.get(file.id));
    for (const found of files) await this.#see(found);
  }

  #seeAgain(file: FollowedFile, found: FoundFile | undefined): void {
    if (found === undefined) {
      file.missingSince ??= performance.now();
      return;
    }
    file.path = found.path;
    file.seeFound(found);
    file.missingSince = undefined;
  }

  async #see(found: FoundFile): Promise<void> {
    if (this.#files.has(found.id)) return;
    const kept = this.#kept.get(found.id);
    if (kept === undefined) await this.#take(found);
    // One that cannot be read passes for the one that it was, and is told so when it is opened.
    else if (await isStill(found, kept).catch(() => true)) await this.#open(found, kept);
    else {
      // Another file has got its inode.
      this.#kept.delete(found.id);
      this.#replaced.set(found.id, kept);
      await this.#take(found);
    }
  }

  /** Takes up a file that was never seen, unless it is a copy of one that was. */
  async #take(found: FoundFile): Promise<void> {
    try {
      if (found.size === 0 && awaitsPacking(found.path)) return;
      const newcomer = { found, isPacked: await isPacked(found.path), isFirstSearch: this.#nextScan === 0 };
      const verdict = await this.#copies.judge(newcomer, [...this.#files.values()]);
      if (verdict.kind === 'wait') return;
      if (verdict.kind === 'from') this.#copyFound(verdict.position);
      const position = verdict.kind === 'from' ? verdict.position : await this.#keptCopies.positionIn(newcomer);
      if (position !== 'wait') await this.#open(found, position);
    } catch (error) {
      this.#warnUnopened(found.path, error);
    }
  }

  async #open(found: FoundFile, kept: FilePosition | undefined): Promise<FollowedFile | undefined> {
    try {
      const file = await openFile({ found, kept, limits: this.#limits });
      this.#files.set(file.id, file);
      this.#kept.delete(file.id);
      this.#warned.delete(found.path);
      return file;
    } catch (error) {
      this.#warnUnopened(found.path, error);
      return undefined;
    }
  }

  #warnUnopened(path: string, error: unknown): void {
    if (isGone(error)) return;
    if (error instanceof UnreadablePacking) this.#warn(path, error.message);
    else this.#warn(path, `cannot be opened (${reasonOf(error)}); give this process the right to read it`);
  }

  /** Whether a file that no path leads to any more has been still for long enough to be left. */
  #isLeft(file: FollowedFile): boolean {
    return file.missingSince !== undefined && file.isDrained && performance.now() - file.missingSince >= this.#lingerMs;
  }

  /** Leaves a file that was read to its end. */
  async #leave(file: FollowedFile): Promise<void> {
    this.#keptCopies.leave(file.id, file.position);
    this.#truncated.delete(file.id);
    await this.#forget(file);
  }

  async #forget(file: FollowedFile): Promise<void> {
    this.#files.delete(file.id);
    await file.close();
  }

  async #sleep(): Promise<void> {
    await delay(this.#context.config.pollMs, undefined, { signal: this.#context.signal }).catch(() => undefined);
  }

  #copyFound({ head, offset }: FilePosition): void {
    for (const [id, position] of this.#truncated)
      if (position.head === head && position.offset === offset) this.#truncated.delete(id);
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

  #seeTruncated(file: FollowedFile): void {
    const [trace] = file.formerTraces;
    if (trace !== undefined && isTelling(trace))
      this.#truncated.set(file.id, trace.head.positionAt(file.path, trace.offset, trace.tail));
    this.#context.log.warn('a file was truncated; it is read from its beginning', { path: file.path });
  }

  #logTooLong(file: FollowedFile, lines: number): void {
    const { maxLineBytes } = this.#context.config;
    this.#context.log.warn('lines are longer than max_line and were cut', {
      path: file.path,
      lines,
      max_line_bytes: maxLineBytes,
    });
  }
}
