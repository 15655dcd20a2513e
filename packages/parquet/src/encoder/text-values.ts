import { uint32At } from './block-slice.ts';
import { CodeLine } from './code-line.ts';
import type { Codes } from './column-block.ts';
import { noBuffer } from './nothing.ts';
import type { LeafStage } from './stage.ts';
import { allocate, grown, writeText } from './text-bytes.ts';
import { TextDictionary } from './text-dictionary.ts';
import { codeAt, type SealedValues, type ValueBuffer } from './value-buffer.ts';

/** Texts: as codes while that pays, as length-prefixed UTF-8 from then on. */
export class TextValues implements ValueBuffer {
  usesDictionary = true;
  readonly dictionary: TextDictionary;
  readonly codes: CodeLine = new CodeLine();
  #plain = noBuffer;
  #end = 0;
  #plainCount = 0;

  constructor(seed: number) {
    this.dictionary = new TextDictionary(seed);
  }

  get count(): number {
    return this.usesDictionary ? this.codes.count : this.#plainCount;
  }

  get memoryBytes(): number {
    return this.dictionary.memoryBytes + this.codes.memoryBytes + this.#plain.length;
  }

  absorb(stage: LeafStage, count: number, defined: number): void {
    let at = this.#absorbRun(stage, count, defined);
    if (at < count && this.usesDictionary) {
      at = stage.codes.add(stage, at, count, this.dictionary, this.codes);
      if (at < count) this.leaveDictionary();
    }
    const { definitions, texts, firstText } = stage;
    for (; at < count; at++) {
      if (definitions[at] === defined) this.#addPlain(texts[firstText + at] ?? '');
    }
  }

  /** Most columns of most sources hardly change: takes the first texts, as far as they are the last one again. */
  #absorbRun({ definitions, texts, firstText }: LeafStage, count: number, defined: number): number {
    if (!this.usesDictionary) return 0;
    const { lastText } = this.dictionary;
    if (lastText === undefined) return 0;
    let run = 0;
    while (run < count && definitions[run] === defined && texts[firstText + run] === lastText) run++;
    if (run > 0) this.codes.addTimes(this.dictionary.lastCode, run);
    return run;
  }

  /** A value in UTF-8. Gives its code, or -1 where it got none. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    if (this.usesDictionary) {
      const code = this.dictionary.codeOfBytes(source, start, end);
      if (code >= 0) {
        this.codes.add(code);
        return code;
      }
      this.leaveDictionary();
    }
    this.#room(end - start);
    this.#plain.set(source.subarray(start, end), this.#end + 4);
    this.#endValue(end - start);
    return -1;
  }

  /** Values that are length-prefixed already. Only once the dictionary was left. */
  addPlain(source: Uint8Array, start: number, end: number): void {
    this.#room(end - start);
    this.#plain.set(source.subarray(start, end), this.#end);
    this.#end += end - start;
    for (let at = start; at < end; at += 4 + uint32At(source, at)) this.#plainCount++;
  }

  seal(): SealedValues {
    if (this.usesDictionary) return { codes: this.codes.seal(this.dictionary.size) };
    const plain = new Uint8Array(this.#plain.subarray(0, this.#end));
    this.#plainCount = 0;
    this.#end = 0;
    return { plain };
  }

  leaveDictionary(): void {
    if (!this.usesDictionary) return;
    this.usesDictionary = false;
    this.#plainCount = this.codes.count;
    const plain = this.plainOf(this.codes.view(), this.codes.count);
    this.codes.close();
    this.#plain = allocate(Math.max(4096, plain.length * 2));
    this.#plain.set(plain);
    this.#end = plain.length;
  }

  plainOf(codes: Codes, count: number): Uint8Array {
    const { dictionary } = this;
    let total = 0;
    for (let at = 0; at < count; at++) total += 4 + dictionary.length(codeAt(codes, at));
    const plain = Buffer.alloc(total);
    let end = 0;
    for (let at = 0; at < count; at++) {
      const code = codeAt(codes, at);
      const length = dictionary.length(code);
      const start = dictionary.start(code);
      plain.writeUInt32LE(length, end);
      dictionary.bytes.copy(plain, end + 4, start, start + length);
      end += 4 + length;
    }
    return plain;
  }

  close(): void {
    this.dictionary.close();
    this.codes.close();
    this.#plain = noBuffer;
  }

  #addPlain(text: string): void {
    this.#room(text.length * 3);
    this.#endValue(writeText(this.#plain, text, this.#end + 4));
  }

  #room(bytes: number): void {
    const needed = this.#end + bytes + 4;
    if (needed > this.#plain.length) this.#plain = grown(this.#plain, this.#end, needed);
  }

  #endValue(length: number): void {
    const plain = this.#plain;
    const at = this.#end;
    plain[at] = length & 255;
    plain[at + 1] = (length >>> 8) & 255;
    plain[at + 2] = (length >>> 16) & 255;
    plain[at + 3] = length >>> 24;
    this.#end = at + 4 + length;
    this.#plainCount++;
  }
}
