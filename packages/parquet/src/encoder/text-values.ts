import { firstCapacity, type Codes } from './column-block.ts';
import type { LeafStage } from './stage.ts';
import { allocate, grown, writeText } from './text-bytes.ts';
import { TextDictionary } from './text-dictionary.ts';
import { codeAt, compactCodes, grownCodes, type SealedValues, type ValueBuffer } from './value-buffer.ts';

/** Texts: as codes while that pays, as length-prefixed UTF-8 from then on. */
export class TextValues implements ValueBuffer {
  count = 0;
  usesDictionary = true;
  readonly dictionary: TextDictionary;
  #codes = new Uint16Array(firstCapacity);
  #plain = allocate(0);
  #end = 0;

  constructor(seed: number) {
    this.dictionary = new TextDictionary(seed);
  }

  get memoryBytes(): number {
    return this.dictionary.memoryBytes + this.#codes.byteLength + this.#plain.length;
  }

  absorb(stage: LeafStage, count: number, defined: number): void {
    const { definitions, texts } = stage;
    for (let at = 0; at < count; at++) {
      if (definitions[at] === defined) this.#add(texts[at] ?? '');
    }
  }

  /** A value of another buffer of texts, in UTF-8. */
  addBytes(source: Uint8Array, start: number, end: number): void {
    if (this.usesDictionary) {
      const code = this.dictionary.codeOfBytes(source, start, end);
      if (code >= 0) return this.addCode(code);
      this.leaveDictionary();
    }
    this.#room(end - start);
    this.#plain.set(source.subarray(start, end), this.#end + 4);
    this.#endValue(end - start);
  }

  addCode(code: number): void {
    if (this.count === this.#codes.length) this.#codes = grownCodes(this.#codes);
    this.#codes[this.count++] = code;
  }

  seal(): SealedValues {
    const sealed = this.usesDictionary
      ? { codes: compactCodes(this.#codes, this.count) }
      : { plain: new Uint8Array(this.#plain.subarray(0, this.#end)) };
    this.count = 0;
    this.#end = 0;
    return sealed;
  }

  leaveDictionary(): void {
    if (!this.usesDictionary) return;
    this.usesDictionary = false;
    const plain = this.plainOf(this.#codes, this.count);
    this.#codes = new Uint16Array(0);
    this.#plain = allocate(Math.max(64 * 1024, plain.length * 2));
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

  #add(text: string): void {
    if (this.usesDictionary) {
      const code = this.dictionary.code(text);
      if (code >= 0) return this.addCode(code);
      this.leaveDictionary();
    }
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
    this.count++;
  }
}
