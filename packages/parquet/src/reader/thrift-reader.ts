import { unreadable } from './unreadable.ts';

export type ThriftValue = boolean | number | bigint | Uint8Array | readonly ThriftValue[] | ThriftStruct;
/** Fields by their number. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

const maxDepth = 32;

/**
 * Reads Thrift's compact protocol from bytes that nobody vouches for: every element takes at least a byte, so that no
 * length makes it allocate more than it was given, and nesting is limited.
 */
export class ThriftReader {
  readonly #bytes: Uint8Array;
  offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes;
    this.offset = offset;
  }

  struct(depth = 0): ThriftStruct {
    if (depth > maxDepth) throw unreadable('its metadata is nested too deep');
    const fields = new Map<number, ThriftValue>();
    let field = 0;
    for (;;) {
      const header = this.#byte();
      if (header === 0) return fields;
      const type = header & 15;
      field = header >> 4 === 0 ? Number(this.#zigzag()) : field + (header >> 4);
      fields.set(field, type === 1 ? true : type === 2 ? false : this.#value(type, depth));
    }
  }

  #value(type: number, depth: number): ThriftValue {
    switch (type) {
      case 1:
      case 2:
        return this.#byte() === 1;
      case 3:
        return (this.#byte() << 24) >> 24;
      case 4:
      case 5:
        return Number(this.#zigzag());
      case 6:
        return this.#zigzag();
      case 7:
        return this.#double();
      case 8:
        return this.#binary();
      case 9:
      case 10:
        return this.#list(depth);
      case 12:
        return this.struct(depth + 1);
      default:
        throw unreadable(`its metadata has a value of the unknown type ${type}`);
    }
  }

  #list(depth: number): readonly ThriftValue[] {
    const header = this.#byte();
    const size = header >> 4 === 15 ? Number(this.#varint()) : header >> 4;
    if (size > this.#bytes.length - this.offset) throw unreadable('a list in its metadata is longer than the metadata');
    const items: ThriftValue[] = [];
    for (let at = 0; at < size; at++) items.push(this.#value(header & 15, depth + 1));
    return items;
  }

  #binary(): Uint8Array {
    const length = Number(this.#varint());
    if (length > this.#bytes.length - this.offset)
      throw unreadable('a text in its metadata is longer than the metadata');
    this.offset += length;
    return this.#bytes.subarray(this.offset - length, this.offset);
  }

  #double(): number {
    if (this.offset + 8 > this.#bytes.length) throw unreadable('its metadata ends early');
    this.offset += 8;
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.offset - 8, 8).getFloat64(0, true);
  }

  #zigzag(): bigint {
    const value = this.#varint();
    return (value & 1n) === 0n ? value >> 1n : -(value >> 1n) - 1n;
  }

  #varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw unreadable('a number in its metadata is too long');
  }

  #byte(): number {
    const byte = this.#bytes[this.offset++];
    if (byte === undefined) throw unreadable('its metadata ends early');
    return byte;
  }
}

const none: ThriftStruct = new Map();

export function integerField(struct: ThriftStruct, field: number): number | undefined {
  const value = struct.get(field);
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' ? Number(value) : undefined;
}

export function bytesField(struct: ThriftStruct, field: number): Uint8Array | undefined {
  const value = struct.get(field);
  return value instanceof Uint8Array ? value : undefined;
}

export function textField(struct: ThriftStruct, field: number): string | undefined {
  const bytes = bytesField(struct, field);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

export function listField(struct: ThriftStruct, field: number): readonly ThriftValue[] {
  const value = struct.get(field);
  return Array.isArray(value) ? value : [];
}

export function structField(struct: ThriftStruct, field: number): ThriftStruct | undefined {
  const value = struct.get(field);
  return value instanceof Map ? value : undefined;
}

export function asStruct(value: ThriftValue): ThriftStruct {
  return value instanceof Map ? value : none;
}
