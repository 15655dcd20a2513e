import { CodeLine } from './code-line.ts';
import { firstCapacity, type Codes } from './column-block.ts';
import { noBuffer, noWords } from './nothing.ts';
import type { LeafStage } from './stage.ts';
import { grown, writeText } from './text-bytes.ts';
import { TextDictionary } from './text-dictionary.ts';
import { codeAt, type PlainValues, type SealedValues, type ValueBuffer } from './value-buffer.ts';

const firstBytes = 4096;
/** Longer texts are written one by one: a string of all would take as much memory again. */
const maxJoined = 65_536;

/** Texts: as codes while that pays, as UTF-8 and lengths from then on. */
export class TextValues implements ValueBuffer {
  usesDictionary = true;
  readonly dictionary: TextDictionary;
  readonly codes: CodeLine = new CodeLine();
  #plain = noBuffer;
  #lengths = noWords;
  #end = 0;
  #plainCount = 0;
  #isAscii = true;

  constructor(seed: number) {
    this.dictionary = new TextDictionary(seed);
  }

  get count(): number {
    return this.usesDictionary ? this.codes.count : this.#plainCount;
  }

  get memoryBytes(): number {
    return this.dictionary.memoryBytes + this.codes.memoryBytes + this.#plain.length + this.#lengths.byteLength;
  }

  absorb(stage: LeafStage, count: number, defined: number): void {
    let at = this.#absorbRun(stage, count, defined);
    if (at < count && this.usesDictionary) {
      at = stage.codes.add(stage, at, count, this.dictionary, this.codes);
      if (at < count) this.leaveDictionary();
    }
    if (at < count) this.#absorbPlain(stage, at, count, defined);
  }

  #absorbPlain({ definitions, texts, firstText }: LeafStage, start: number, count: number, defined: number): void {
    let end = start;
    while (end < count && definitions[end] === defined) end++;
    let at = start;
    if (this.#isAscii && end - start > 1 && this.#addJoined(texts.slice(firstText + start, firstText + end))) at = end;
    for (; at < count; at++) {
      if (definitions[at] === defined) this.#addPlain(texts[firstText + at] ?? '');
    }
  }

  /** Writes short texts as one string, by one call. Gives false, and adds none, where they are not ASCII or too long. */
  #addJoined(texts: readonly string[]): boolean {
    let characters = 0;
    for (const text of texts) characters += text.length;
    if (characters > maxJoined) return false;
    const joined = texts.join('');
    this.#room(texts.length, characters * 3);
    const bytes = writeText(this.#plain, joined, this.#end);
    this.#isAscii = bytes === joined.length;
    if (!this.#isAscii) return false;
    const lengths = this.#lengths;
    let count = this.#plainCount;
    for (let at = 0; at < texts.length; at++) lengths[count++] = texts[at]?.length ?? 0;
    this.#plainCount = count;
    this.#end += bytes;
    return true;
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
    this.#room(1, end - start);
    this.#plain.set(source.subarray(start, end), this.#end);
    this.#endValue(end - start);
    return -1;
  }

  /** Values one after the other. Only once the dictionary was left. */
  addPlain(plain: Uint8Array, lengths: Int32Array): void {
    this.#room(lengths.length, plain.length);
    this.#plain.set(plain, this.#end);
    this.#lengths.set(lengths, this.#plainCount);
    this.#end += plain.length;
    this.#plainCount += lengths.length;
  }

  seal(): SealedValues {
    if (this.usesDictionary) return { codes: this.codes.seal(this.dictionary.size) };
    const plain = new Uint8Array(this.#plain.subarray(0, this.#end));
    const lengths = this.#lengths.slice(0, this.#plainCount);
    this.#plainCount = 0;
    this.#end = 0;
    return { plain, lengths };
  }

  leaveDictionary(): void {
    if (!this.usesDictionary) return;
    this.usesDictionary = false;
    const { plain, lengths } = this.plainOf(this.codes.view(), this.codes.count);
    this.codes.close();
    this.addPlain(plain, lengths);
  }

  plainOf(codes: Codes, count: number): Required<PlainValues> {
    const { dictionary } = this;
    const lengths = new Int32Array(count);
    let total = 0;
    for (let at = 0; at < count; at++) total += lengths[at] = dictionary.length(codeAt(codes, at));
    const plain = Buffer.alloc(total);
    let end = 0;
    for (let at = 0; at < count; at++) {
      const start = dictionary.start(codeAt(codes, at));
      end += dictionary.bytes.copy(plain, end, start, start + (lengths[at] ?? 0));
    }
    return { plain, lengths };
  }

  close(): void {
    this.dictionary.close();
    this.codes.close();
    this.#plain = noBuffer;
    this.#lengths = noWords;
  }

  #addPlain(text: string): void {
    this.#room(1, text.length * 3);
    this.#endValue(writeText(this.#plain, text, this.#end));
  }

  #room(texts: number, bytes: number): void {
    const needed = this.#end + bytes;
    if (needed > this.#plain.length) this.#plain = grown(this.#plain, this.#end, Math.max(firstBytes, needed));
    const count = this.#plainCount + texts;
    if (count <= this.#lengths.length) return;
    const lengths = new Int32Array(Math.max(firstCapacity, count, this.#lengths.length * 2));
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }

  #endValue(length: number): void {
    this.#end += length;
    this.#lengths[this.#plainCount++] = length;
  }
}
