import type { FileHandle } from 'node:fs/promises';
import type { Trace } from './copies.ts';
import type { FilePosition } from './cursor.ts';
import type { FoundFile } from './discover.ts';
import { bytesBefore, Head, holds, lastBytes, plainContent } from './fingerprint.ts';
import { joinPartials } from './join-partials.ts';
import type { Chunk, FollowedFile, Opening, ReadLimits } from './followed-file.ts';
import { cutAt, splitLines } from './lines.ts';

const chunkBytes = 1024 * 1024;
const scanBytes = 256 * 1024;
const lineFeed = 10;
const maxFormerTraces = 8;

/** Lines before it is certain that they are of the file that was followed so far. */
interface Lines extends Omit<Chunk, 'positionAfter'> {
  readonly offsetAfter: (line: number) => number;
  /** The last bytes before that. */
  readonly tailAfter: (line: number) => Uint8Array;
}

/**
 * One open file that is read from start to end as it grows. It stays the same file through renames, since it is held
 * by its handle; `path` is only where it was last seen.
 */
export class TrackedFile implements FollowedFile {
  readonly id: string;
  path: string;
  /** When (in ms of a steady clock) it was first seen that no path leads to it any more. */
  missingSince: number | undefined;
  /** Whether the last look found nothing more to give out. */
  isDrained = false;
  readonly #handle: FileHandle;
  readonly #limits: ReadLimits;
  #head: Head;
  #position: FilePosition;
  /** The last bytes before `#offset`, as far as they are known. */
  #tail: Uint8Array = new Uint8Array(0);
  #formerTraces: readonly Trace[] = [];
  #awakeSince = performance.now();
  #foundModifiedMs: number;
  #size: number;
  /** When the file itself was changed last, as seen with `#size`. */
  #modifiedNs = -1n;
  #offset = 0;
  /** So many bytes after `#offset` are known to hold no line end. */
  #scanned = 0;

  private constructor(found: FoundFile, handle: FileHandle, head: Head, limits: ReadLimits) {
    this.id = found.id;
    this.path = found.path;
    this.#size = found.size;
    this.#foundModifiedMs = found.modifiedMs;
    this.#handle = handle;
    this.#head = head;
    this.#position = head.positionAt(found.path, 0);
    this.#limits = limits;
  }

  /** Begins at the position that was kept for it, or at its start where it turns out to be another file. */
  static async of(handle: FileHandle, opening: Opening): Promise<TrackedFile> {
    const { found, kept, limits } = opening;
    const file = new TrackedFile(found, handle, await Head.read(handle), limits);
    await file.#lookAtSize();
    if (kept !== undefined && (await holds(plainContent(handle), kept))) await file.#goTo(kept.offset);
    return file;
  }

  /** Bytes that are there and not given out. */
  get unreadBytes(): number {
    return this.#size - this.#offset;
  }

  /** The same object for as long as nothing moves. */
  get position(): FilePosition {
    const { path, offset } = this.#position;
    if (path !== this.path || offset !== this.#offset)
      this.#position = this.#head.positionAt(this.path, this.#offset, this.#tail);
    return this.#position;
  }

  /** How far it is read. */
  get trace(): Trace {
    return { head: this.#head, offset: this.#offset, tail: this.#tail };
  }

  /** How far it was read when it was found truncated, the last times that it was. */
  get formerTraces(): readonly Trace[] {
    return this.#formerTraces;
  }

  /** Whether it may be passed over until its size is seen to change: nothing has come for a while. */
  get isAsleep(): boolean {
    return (
      this.isDrained &&
      this.missingSince === undefined &&
      performance.now() - this.#awakeSince > this.#limits.sleepsAfterMs
    );
  }

  /** Tells how a search found it; a change wakes it, also one that leaves its size as it was. */
  seeFound({ size, modifiedMs }: FoundFile): void {
    if (size === this.#size && modifiedMs === this.#foundModifiedMs) return;
    this.#foundModifiedMs = modifiedMs;
    this.#awakeSince = performance.now();
    // However long the rest of the search takes: it is looked at once.
    this.isDrained = false;
  }

  /** Goes to the start of the last line that has no end yet, or to the end. */
  async skipToEnd(): Promise<void> {
    const buffer = Buffer.allocUnsafe(scanBytes);
    for (let end = this.#size; end > 0 && !this.#limits.signal.aborted;) {
      const start = Math.max(0, end - scanBytes);
      const { bytesRead } = await this.#handle.read(buffer, 0, end - start, start);
      const lastFeed = buffer.subarray(0, bytesRead).lastIndexOf(lineFeed);
      if (lastFeed !== -1) return this.#goTo(start + lastFeed + 1);
      end = start;
    }
  }

  /** Looks at the file anew. True where it was cut, and not written further: reading starts over from its beginning. */
  async refresh(): Promise<boolean> {
    const modifiedBefore = this.#modifiedNs;
    await this.#lookAtSize();
    if (this.#size < this.#offset + this.#scanned) this.#scanned = 0;
    // Of what was written further `next` tells whether it was cut before.
    if (this.#size > this.#offset) return false;
    if (this.#size === this.#offset && (this.#modifiedNs === modifiedBefore || (await this.#headNow()) !== undefined))
      return false;
    await this.#startOver();
    return true;
  }

  /**
   * The next whole lines; with `isLast`, an unfinished last line too. Undefined where there is nothing more. `cut`
   * where the file was truncated and written anew while it was read: it starts over.
   */
  async next(isLast: boolean): Promise<Chunk | 'cut' | undefined> {
    this.isDrained = this.unreadBytes === 0;
    if (this.isDrained) return undefined;
    const before = { offset: this.#offset, tail: this.#tail };
    const lines = await this.#nextLines(isLast);
    const head = await this.#headNow(before);
    if (head === undefined) {
      this.#offset = before.offset;
      this.#tail = before.tail;
      await this.#startOver();
      return 'cut';
    }
    this.#head = head;
    this.#awakeSince = performance.now();
    this.isDrained = lines === undefined;
    if (lines === undefined) return undefined;
    const { path } = this;
    return {
      ...lines,
      positionAfter: (line) => head.positionAt(path, lines.offsetAfter(line), lines.tailAfter(line)),
    };
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #nextLines(isLast: boolean): Promise<Lines | undefined> {
    while (this.unreadBytes > 0) {
      if (this.#limits.signal.aborted) return undefined;
      const lineEnd = this.#scanned === 0 ? undefined : await this.#findLineEnd(isLast);
      if (this.#scanned > 0 && lineEnd === undefined) return undefined;
      const lineBytes = (lineEnd ?? this.#offset) - this.#offset;
      const lines =
        lineBytes > this.#limits.maxLineBytes + 2
          ? await this.#takeTooLongLine(this.#offset + lineBytes)
          : await this.#takeLines(Math.max(chunkBytes, lineBytes), isLast);
      if (lines === 'gone') return undefined;
      if (lines !== undefined) return lines;
    }
    return undefined;
  }

  /** Reads once and gives the whole lines; undefined where there was none (`#scanned` then says how far it looked). */
  async #takeLines(wanted: number, isLast: boolean): Promise<Lines | 'gone' | undefined> {
    const start = this.#offset;
    const buffer = Buffer.allocUnsafeSlow(Math.min(wanted, this.#size - start));
    const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, start);
    if (bytesRead === 0) return 'gone';
    const { maxLineBytes } = this.#limits;
    const reachesEnd = start + bytesRead >= this.#size;
    const chunk = buffer.subarray(0, bytesRead);
    const split = splitLines(chunk, { maxLineBytes, isLast: isLast && reachesEnd });
    const maxBytes = Math.min(maxLineBytes, chunkBytes / 2);
    const joined = joinPartials(chunk, split, { maxBytes, isLast: isLast && reachesEnd });
    // Pieces without an end must not hold up what follows them.
    const isStuck = joined.waits && joined.consumed === 0 && bytesRead >= chunkBytes;
    const lines = isStuck ? joinPartials(chunk, split, { maxBytes, isLast: true }) : joined;
    if (lines.waits && lines.consumed === 0) return 'gone';
    this.#scanned = lines.consumed === 0 ? bytesRead : 0;
    this.#offset += lines.consumed;
    const tailBefore = this.#tail;
    this.#tail = lastBytes(tailBefore, buffer.subarray(0, lines.consumed));
    if (lines.nextStarts.length === 0) return undefined;
    return {
      bytes: lines.bytes === chunk ? new Uint8Array(buffer.buffer, 0, lines.consumed) : new Uint8Array(lines.bytes),
      bounds: lines.bounds,
      offsetAfter: (line) => start + (lines.nextStarts[line] ?? lines.consumed),
      tailAfter: (line) => lastBytes(tailBefore, buffer.subarray(0, lines.nextStarts[line] ?? lines.consumed)),
      tooLong: lines.tooLong,
    };
  }

  /** Gives out the first bytes of a line that is too long, and goes on after it. */
  async #takeTooLongLine(end: number): Promise<Lines | 'gone'> {
    const kept = this.#limits.maxLineBytes + 1;
    const buffer = Buffer.allocUnsafeSlow(kept + 3);
    const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, this.#offset);
    if (bytesRead < kept) return 'gone';
    await this.#goTo(end);
    this.#scanned = 0;
    const cut = cutAt(buffer, kept, bytesRead);
    const tail = this.#tail;
    return {
      bytes: new Uint8Array(buffer.buffer, 0, cut),
      bounds: Uint32Array.of(0, cut),
      offsetAfter: () => end,
      tailAfter: () => tail,
      tooLong: 1,
    };
  }

  /** Position after the line end of the line at `#offset`; undefined where it has none yet. */
  async #findLineEnd(isLast: boolean): Promise<number | undefined> {
    const buffer = Buffer.allocUnsafe(scanBytes);
    while (this.#offset + this.#scanned < this.#size && !this.#limits.signal.aborted) {
      const at = this.#offset + this.#scanned;
      const { bytesRead } = await this.#handle.read(buffer, 0, Math.min(scanBytes, this.#size - at), at);
      if (bytesRead === 0) return undefined;
      const feed = buffer.subarray(0, bytesRead).indexOf(lineFeed);
      if (feed !== -1) return at + feed + 1;
      this.#scanned += bytesRead;
    }
    return isLast && this.#offset + this.#scanned >= this.#size ? this.#size : undefined;
  }

  async #lookAtSize(): Promise<void> {
    const { size, mtimeNs } = await this.#handle.stat({ bigint: true });
    this.#size = Number(size);
    this.#modifiedNs = mtimeNs;
  }

  /** The first bytes as they are now; undefined where the file, up to what was read of it, is not what it was. */
  async #headNow({ offset, tail }: Omit<Trace, 'head'> = this.trace): Promise<Head | undefined> {
    const before = await bytesBefore(this.#handle, offset);
    return Buffer.compare(before, tail) === 0 ? this.#head.readAgain(this.#handle) : undefined;
  }

  async #goTo(offset: number): Promise<void> {
    this.#tail = await bytesBefore(this.#handle, offset);
    this.#offset = offset;
  }

  async #startOver(): Promise<void> {
    this.#formerTraces = [this.trace, ...this.#formerTraces].slice(0, maxFormerTraces);
    this.#tail = new Uint8Array(0);
    this.#head = await Head.read(this.#handle);
    this.#position = this.#head.positionAt(this.path, 0);
    this.#offset = 0;
    this.#scanned = 0;
    this.isDrained = false;
    await this.#lookAtSize();
  }
}
