import { ByteSink } from './byte-sink.ts';

const compactType = { true: 1, false: 2, byte: 3, i16: 4, i32: 5, i64: 6, binary: 8, list: 9, struct: 12 } as const;
export type ListElement = 'i32' | 'i64' | 'binary' | 'struct' | 'true';

/** Thrift's compact protocol, as far as Parquet's metadata needs it. Fields are to be written in ascending order. */
export class ThriftWriter {
  readonly sink: ByteSink = new ByteSink(4096);
  #lastField = 0;
  readonly #outer: number[] = [];

  i32(field: number, value: number): void {
    this.#header(field, compactType.i32);
    this.zigzag(value);
  }

  i16(field: number, value: number): void {
    this.#header(field, compactType.i16);
    this.zigzag(value);
  }

  i64(field: number, value: number): void {
    this.#header(field, compactType.i64);
    this.zigzag(value);
  }

  bool(field: number, value: boolean): void {
    this.#header(field, value ? compactType.true : compactType.false);
  }

  i8(field: number, value: number): void {
    this.#header(field, compactType.byte);
    this.sink.byte(value & 255);
  }

  binary(field: number, value: Uint8Array): void {
    this.#header(field, compactType.binary);
    this.bytes(value);
  }

  text(field: number, value: string): void {
    this.binary(field, Buffer.from(value, 'utf8'));
  }

  struct(field: number, write: () => void): void {
    this.#header(field, compactType.struct);
    this.body(write);
  }

  list<T>(field: number, element: ListElement, items: readonly T[], write: (item: T) => void): void {
    this.#header(field, compactType.list);
    const type = compactType[element];
    if (items.length < 15) this.sink.byte((items.length << 4) | type);
    else {
      this.sink.byte(0xf0 | type);
      this.sink.varint(items.length);
    }
    for (const item of items) write(item);
  }

  /** Fields of a struct that stands alone or in a list. */
  body(write: () => void): void {
    this.#outer.push(this.#lastField);
    this.#lastField = 0;
    write();
    this.sink.byte(0);
    this.#lastField = this.#outer.pop() ?? 0;
  }

  bytes(value: Uint8Array): void {
    this.sink.varint(value.length);
    this.sink.append(value);
  }

  zigzag(value: number): void {
    this.sink.varint(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  /** What was written, as a copy; the writer starts anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.sink.take();
    this.sink.clear();
    return taken;
  }

  #header(field: number, type: number): void {
    const delta = field - this.#lastField;
    if (delta > 0 && delta < 16) this.sink.byte((delta << 4) | type);
    else {
      this.sink.byte(type);
      this.zigzag(field);
    }
    this.#lastField = field;
  }
}
