import type { FileHandle } from 'node:fs/promises';
import type { Trace } from './copies.ts';
import type { FilePosition } from './cursor.ts';
import type { FoundFile } from './discover.ts';
import { hasTail } from './fingerprint.ts';
import type { Chunk, FollowedFile, Opening, ReadLimits } from './followed-file.ts';
import { packedContent, unfinishedLineIn } from './packed-content.ts';
import type { Packing } from './packing.ts';
import { Damage, unpack } from './unpack.ts';
import { UnpackedLines } from './unpacked-lines.ts';

export interface PackedOpening extends Opening {
  readonly handle: FileHandle;
  readonly packing: Packing;
}

/** Nothing more comes out of a compressed file for now. */
interface End {
  /** It ends in the middle: more may come. */
  readonly isCut?: boolean;
  /** Why not all of it could be read. */
  readonly damage?: string;
}

/**
 * A compressed file. Offsets count what it unpacks to, so that they mean the same as in the file that was compressed.
 * One that ends in the middle may still be written, and is waited for.
 */
export class PackedFile implements FollowedFile {
  readonly id: string;
  path: string;
  missingSince: number | undefined;
  isDrained: boolean;
  damage: string | undefined;
  readonly formerTraces: readonly Trace[] = [];
  readonly #handle: FileHandle;
  readonly #packing: Packing;
  readonly #limits: ReadLimits;
  #position: FilePosition;
  #lines: UnpackedLines;
  #chunks: AsyncGenerator<Buffer, void>;
  /** Undefined for as long as more chunks may come. */
  #end: End | undefined;
  #isDone: boolean;
  #size: number;
  #sizeSince: number = performance.now();
  /** The size that it had when it was begun; undefined before that. */
  #sizeBegun: number | undefined;

  constructor({ handle, packing, found, kept, limits }: PackedOpening) {
    this.id = found.id;
    this.path = found.path;
    this.#handle = handle;
    this.#packing = packing;
    this.#limits = limits;
    this.#size = found.size;
    this.#chunks = unpack(handle, packing);
    this.#lines = new UnpackedLines(limits);
    this.#position = kept ?? this.#lines.head.positionAt(found.path, 0);
    this.#isDone = kept?.packed === found.size;
    this.isDrained = this.#isDone;
  }

  get unreadBytes(): number {
    return this.isDrained ? 0 : this.#size;
  }

  get position(): FilePosition {
    if (this.#position.path !== this.path) this.#position = { ...this.#position, path: this.path };
    return this.#position;
  }

  get trace(): Trace {
    return { head: this.#lines.head, offset: this.#lines.offset, tail: this.#lines.tail };
  }

  get isAsleep(): boolean {
    return this.#isDone && this.missingSince === undefined;
  }

  seeFound({ size }: FoundFile): void {
    if (size === this.#size) return;
    this.#size = size;
    this.#sizeSince = performance.now();
    // Something was appended to what had an end, as `gzip >> app.log.gz` does.
    this.#isDone = false;
  }

  /** What it unpacks to is only counted when it has grown, which few do. */
  async skipToEnd(): Promise<void> {
    const head = await packedContent(this.#handle, this.#packing).head();
    this.#position = { ...head.positionAt(this.path, head.length), offset: 0 };
    this.#finish();
  }

  async refresh(): Promise<boolean> {
    return false;
  }

  async next(isLast: boolean): Promise<Chunk | undefined> {
    this.isDrained = this.#isDone || this.#isAwaited(isLast);
    if (this.isDrained) return undefined;
    if (this.#sizeBegun !== this.#size) await this.#begin();
    while (!this.#limits.signal.aborted) {
      const chunk = this.#take(this.#isOver(isLast));
      if (chunk !== undefined) return chunk;
      if (this.#end === undefined) await this.#fill();
      else {
        if (this.#isOver(isLast)) this.#finish();
        this.isDrained = true;
        return undefined;
      }
    }
    return undefined;
  }

  async close(): Promise<void> {
    await this.#chunks.return();
    await this.#handle.close();
  }

  /** Whether there is nothing to do but to wait for the rest of what ends in the middle. */
  #isAwaited(isLast: boolean): boolean {
    if (this.#end === undefined || this.#isOver(isLast)) return false;
    return (
      this.#sizeBegun === this.#size ||
      performance.now() - this.#sizeSince < this.#limits.finishedWithinMs / growthShare
    );
  }

  /** Whether what has come is all that will. */
  #isOver(isLast: boolean): boolean {
    if (this.#end === undefined) return false;
    if (this.#end.isCut !== true || isLast) return true;
    return this.#sizeBegun === this.#size && performance.now() - this.#sizeSince >= this.#limits.finishedWithinMs;
  }

  /** Unpacks it up to its position; from its start where it is not the file in which the position was taken. */
  async #begin(): Promise<void> {
    await this.#restart();
    if (await this.#passOver(await this.#startsAt())) return;
    await this.#restart();
  }

  /** Its position; behind what was there when it was passed over, where it was. */
  async #startsAt(): Promise<FilePosition> {
    const { offset, packed } = this.#position;
    if (offset > 0 || packed === undefined) return this.#position;
    return { ...this.#position, offset: await unfinishedLineIn(this.#handle, this.#packing, packed) };
  }

  async #restart(): Promise<void> {
    await this.#chunks.return();
    this.#chunks = unpack(this.#handle, this.#packing);
    this.#lines = new UnpackedLines(this.#limits);
    this.#end = undefined;
    this.#sizeBegun = this.#size;
  }

  async #passOver(position: FilePosition): Promise<boolean> {
    while (this.#lines.offset < position.offset && this.#end === undefined) {
      if (this.#limits.signal.aborted) return true;
      await this.#fill();
      this.#lines.passOver(position.offset);
    }
    const { head, offset, tail } = this.#lines;
    return offset === position.offset && head.fits(position) && hasTail(position, tail);
  }

  async #fill(): Promise<void> {
    try {
      const next = await this.#chunks.next();
      if (next.done === true) this.#end = {};
      else this.#lines.add(next.value);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.#end = { isCut: error.kind === 'cut', damage: this.#damageOf(error) };
    }
    const { maxUnpackedBytes } = this.#limits;
    if (this.#lines.unpackedBytes > maxUnpackedBytes)
      this.#end = { damage: `unpacks to more than max_unpacked (${maxUnpackedBytes} bytes): what follows is not read` };
  }

  #take(isLast: boolean): Chunk | undefined {
    const lines = this.#lines.take({ isEnd: this.#end !== undefined, isLast });
    if (lines === undefined) return undefined;
    const { path } = this;
    const { head, offset, tail } = this.#lines;
    this.#position = head.positionAt(path, offset, tail);
    return {
      ...lines,
      positionAfter: (line) => head.positionAt(path, lines.offsetAfter(line), lines.tailAfter(line)),
    };
  }

  #finish(): void {
    this.#isDone = true;
    this.isDrained = true;
    this.#position = { ...this.position, packed: this.#size };
    this.damage = this.#end?.damage;
  }

  #damageOf(end: Damage): string {
    return (
      `is damaged at byte ${end.packedOffset} (${end.message}), after ${this.#lines.unpackedBytes} bytes of what it unpacks to: ` +
      'what comes before was read, what follows is lost'
    );
  }
}

/** One that has grown is unpacked again, from its start, only when it has been still for this part of the wait for its end. */
const growthShare = 20;
