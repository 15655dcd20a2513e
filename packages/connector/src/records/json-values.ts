import { MemberNames } from './member-names.ts';
import { OpenRecord } from './open-record.ts';
import type { RecordSink, RecordSplitter, SplitOptions } from './record-sink.ts';

const lineFeed = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * JSON values one after the other, with anything blank or nothing between them. The elements of an array are records, and
 * those of a member that is a list; any other object is one. What is neither array nor object is a record to the end of
 * its line. Only brackets, braces and strings are looked at: whether a record is JSON is for whoever parses it.
 */
export class JsonValues implements RecordSplitter {
  readonly #sink: RecordSink;
  readonly #open: OpenRecord;
  readonly #members: MemberNames;
  readonly #maxRecordBytes: number;
  #depth = 0;
  /** Depth of the elements of the list that is open; 0 outside of lists. */
  #listDepth = 0;
  #lists = 0;
  #inString = false;
  #escaped = false;
  /** Whether a record has begun: an element, an object, or a line. */
  #isOpen = false;
  #isLine = false;

  constructor(sink: RecordSink, { maxRecordBytes, lists = [] }: SplitOptions) {
    this.#sink = sink;
    this.#maxRecordBytes = maxRecordBytes;
    this.#open = new OpenRecord(sink, maxRecordBytes, endOfValue);
    this.#members = new MemberNames(lists);
  }

  /** Lists that have begun so far. */
  get lists(): number {
    return this.#lists;
  }

  /** Whether a value has begun that has not ended. */
  get isWithin(): boolean {
    return this.#depth > 0;
  }

  /** Whether a line has begun that is neither array nor object. */
  get isInLine(): boolean {
    return this.#isLine;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#inString) this.#string(byte);
      else if (this.#isLine) {
        if (byte === lineFeed) this.#finish(chunk, from, at);
      } else if (byte > 32) {
        const wasOpen = this.#isOpen;
        if (this.#listDepth > 0) this.#inList(byte, chunk, from, at);
        else if (this.#depth > 0) this.#inObject(byte, chunk, from, at);
        else this.#atTop(byte);
        if (this.#isOpen && !wasOpen) from = at;
      }
    }
    if (this.#isOpen) this.#open.keep(chunk.subarray(from));
  }

  end(): void {
    if (this.#isLine) this.#finish(new Uint8Array(), 0, 0);
    else if (this.#depth > 0) this.#sink.unfinished(this.#open.take().subarray(0, this.#maxRecordBytes));
  }

  #atTop(byte: number): void {
    if (byte === openBracket) {
      this.#beginList();
      return;
    }
    this.#isOpen = true;
    this.#isLine = byte !== openBrace;
    if (this.#isLine) return;
    this.#depth = 1;
    this.#members.reset();
  }

  #inList(byte: number, chunk: Uint8Array, from: number, at: number): void {
    const isOfList = this.#depth === this.#listDepth;
    if (isOfList && (byte === comma || byte === closeBracket)) {
      if (this.#isOpen) this.#finish(chunk, from, at);
      if (byte === closeBracket) this.#endList();
      return;
    }
    this.#isOpen = true;
    if (!isOfList || (byte !== closeBracket && byte !== closeBrace)) this.#nest(byte);
  }

  /** In an object that is a record, or holds a list of them: then it is none itself, and its other members are left out. */
  #inObject(byte: number, chunk: Uint8Array, from: number, at: number): void {
    if (this.#depth === 1) {
      if (byte === openBracket && this.#members.isWanted) {
        this.#isOpen = false;
        this.#open.take();
        this.#beginList();
        return;
      }
      this.#members.outside(byte);
    }
    this.#nest(byte);
    if (this.#depth === 0 && this.#isOpen) this.#finish(chunk, from, at + 1);
  }

  #beginList(): void {
    this.#depth++;
    this.#listDepth = this.#depth;
    this.#lists++;
  }

  #endList(): void {
    this.#depth--;
    this.#listDepth = 0;
    this.#members.reset();
  }

  #nest(byte: number): void {
    if (byte === quote) this.#inString = true;
    else if (byte === openBrace || byte === openBracket) this.#depth++;
    else if (byte === closeBrace || byte === closeBracket) this.#depth--;
  }

  #string(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) {
      this.#inString = false;
      this.#members.close();
      return;
    }
    if (this.#depth === 1 && this.#listDepth === 0) this.#members.inside(byte);
  }

  #finish(chunk: Uint8Array, from: number, to: number): void {
    this.#isOpen = false;
    this.#isLine = false;
    this.#open.finish(chunk, from, to);
  }
}

function endOfValue(bytes: Uint8Array, start: number, end: number): number {
  let to = end;
  while (to > start && (bytes[to - 1] ?? 0) <= 32) to--;
  return to;
}
