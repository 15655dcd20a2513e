import { StreamError } from '@sluice/connector';

/** An entry of the journal, as the line that `journalctl -o json` would write for it. */
export interface ExportEntry {
  readonly json: Uint8Array;
  /** Bytes of the export that are done with once this entry is. */
  readonly end: number;
  /** Where in the journal it stands (`__CURSOR`); undefined where the export does not say. */
  readonly cursor: string | undefined;
}

/** What an export ends with that has no blank line behind it. */
export interface LastEntry extends ExportEntry {
  /** Its last field is only half there. `end` is where that begins. */
  readonly isCut: boolean;
}

/** A journal gives out no larger entries in practice; what claims to have one is no export. */
const maxEntryBytes = 64 * 1024 * 1024;
const [lineFeed, equals] = [10, 61];

/**
 * Takes the journal's export format apart (`journalctl -o export`): fields as `NAME=text`, or as a name, a length of
 * eight bytes and so many bytes of anything; a blank line after each entry. Bytes come in pieces of any size. Values that
 * are no UTF-8 become lists of their bytes, fields that stand twice become lists of values: nothing is lost.
 */
export class ExportEntries {
  #pending: Buffer = Buffer.alloc(0);
  /** What has come since `#pending` was last looked at: a large field is put together once, not with each piece of it. */
  #pieces: Buffer[] = [];
  #heldBytes = 0;
  /** Bytes up to the end of the field under way, where its length is known. */
  #neededBytes = 0;
  #fields = new Map<string, unknown[]>();
  #end: number;
  #entryBytes = 0;

  /** `start` is where in the export the first byte stands. */
  constructor(start = 0) {
    this.#end = start;
  }

  /** The entries that these bytes complete. Throws a `StreamError` for what is no export. */
  push(bytes: Buffer): readonly ExportEntry[] {
    this.#pieces.push(bytes);
    this.#heldBytes += bytes.length;
    // A field ends with a line feed, however it is written.
    if (this.#heldBytes >= this.#neededBytes && bytes.includes(lineFeed)) return this.#read();
    this.#checkSize();
    return [];
  }

  #read(): readonly ExportEntry[] {
    this.#pending = Buffer.concat([this.#pending, ...this.#pieces]);
    this.#pieces = [];
    this.#neededBytes = 0;
    const entries: ExportEntry[] = [];
    let at = 0;
    for (let next = this.#field(at); next !== undefined; next = this.#field(at)) {
      this.#end += next - at;
      this.#entryBytes += next - at;
      if (next === at + 1) this.#finish(entries);
      at = next;
    }
    this.#pending = this.#pending.subarray(at);
    this.#heldBytes = this.#pending.length;
    this.#checkSize();
    return entries;
  }

  #checkSize(): void {
    if (this.#entryBytes + this.#heldBytes > maxEntryBytes) throw notAnExport();
  }

  /** The last entry, where the export ends without a blank line, with what is there of its last field. */
  flush(): LastEntry | undefined {
    this.#pending = Buffer.concat([this.#pending, ...this.#pieces]);
    const isCut = this.#pending.length > 0;
    if (isCut) this.#addHalf(this.#pending);
    const entries: ExportEntry[] = [];
    this.#finish(entries);
    return entries[0] && { ...entries[0], isCut };
  }

  #addHalf(bytes: Buffer): void {
    const feed = bytes.indexOf(lineFeed);
    const nameEnd = feed === -1 ? bytes.indexOf(equals) : feed;
    if (nameEnd === 0) throw notAnExport();
    if (nameEnd === -1) this.#add(0, bytes.length, Buffer.alloc(0));
    else this.#add(0, nameEnd, bytes.subarray(feed === -1 ? nameEnd + 1 : feed + 9));
  }

  /** Takes one field, or the blank line, at `at`; gives where the next begins. Undefined where it is not all there. */
  #field(at: number): number | undefined {
    const feed = this.#pending.indexOf(lineFeed, at);
    if (feed === -1) return undefined;
    if (feed === at) return feed + 1;
    const sign = this.#pending.subarray(at, feed).indexOf(equals);
    if (sign === 0) throw notAnExport();
    if (sign > 0) {
      this.#add(at, at + sign, this.#pending.subarray(at + sign + 1, feed));
      return feed + 1;
    }
    return this.#binary(at, feed);
  }

  #binary(at: number, feed: number): number | undefined {
    const dataAt = feed + 9;
    if (this.#pending.length < dataAt) return undefined;
    const length = this.#pending.readBigUInt64LE(feed + 1);
    if (length > BigInt(maxEntryBytes)) throw notAnExport();
    const dataEnd = dataAt + Number(length);
    if (this.#pending.length <= dataEnd) {
      this.#neededBytes = dataEnd + 1 - at;
      return undefined;
    }
    if (this.#pending[dataEnd] !== lineFeed) throw notAnExport();
    this.#add(at, feed, this.#pending.subarray(dataAt, dataEnd));
    return dataEnd + 1;
  }

  #add(from: number, to: number, value: Buffer): void {
    const name = this.#pending.toString('latin1', from, to);
    const text = value.toString();
    const said: unknown = Buffer.from(text).equals(value) ? text : [...value];
    const before = this.#fields.get(name);
    if (before === undefined) this.#fields.set(name, [said]);
    else before.push(said);
  }

  #finish(entries: ExportEntry[]): void {
    if (this.#fields.size > 0) {
      const entry = [...this.#fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]);
      const [cursor] = this.#fields.get('__CURSOR') ?? [];
      entries.push({
        json: Buffer.from(JSON.stringify(Object.fromEntries(entry))),
        end: this.#end,
        cursor: typeof cursor === 'string' ? cursor : undefined,
      });
    }
    this.#fields = new Map();
    this.#entryBytes = 0;
  }
}

function notAnExport(): StreamError {
  return new StreamError(
    'bad_config',
    'This is no export of the journal: expected what `journalctl -o export` writes, entries of at most 64 MiB.',
  );
}
