import { ColumnValueError } from '../errors.ts';
import { typeName, type LeafType, type SchemaLeaf } from '../schema/column-schema.ts';
import { parseRfc3339 } from './rfc3339.ts';
import type { LeafStage, LoadedLeaf } from './stage.ts';

/** Longest text of one value, in UTF-16 units. */
const maxTextLength: number = 32 * 1024 * 1024;
/** Texts up to this length are not worth counting. */
export const ordinaryTextLength = 4096;

const twoTo32 = 4_294_967_296;
const twoTo63 = 9_223_372_036_854_775_808;

/** The integer of two halves; beyond 2^53 one near it. */
export function integerOf(low: number, high: number): number {
  return high * twoTo32 + (low >>> 0);
}

/**
 * Puts a value that is not the usual kind of its column (a bigint, say) at `at`, or throws a `ColumnValueError`. The
 * compiled shredder handles the usual kinds itself and comes here with the rest.
 */
export function putNumber(stage: LeafStage, at: number, value: unknown): void {
  switch (stage.leaf.type) {
    case 'int32':
      return putHalves(stage, at, int32Of(value, stage.leaf), 0);
    case 'int64':
      return putInt64(stage, at, value);
    case 'timestamp':
      return putTimestamp(stage, at, value);
    case 'double':
      return putDouble(stage, at, value);
    default:
      throw misfit(stage.leaf, value);
  }
}

function putHalves(stage: LeafStage, at: number, low: number, high: number): void {
  stage.low[at] = low;
  stage.high[at] = high;
}

function int32Of(value: unknown, leaf: SchemaLeaf): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && (number | 0) === number) return number;
  throw misfit(leaf, value);
}

function putInt64(stage: LeafStage, at: number, value: unknown): void {
  if (typeof value === 'number' && Number.isInteger(value) && value >= -twoTo63 && value < twoTo63) {
    return putHalves(stage, at, value | 0, Math.floor(value / twoTo32));
  }
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) {
    return putHalves(stage, at, Number(BigInt.asIntN(32, value)), Number(value >> 32n));
  }
  throw misfit(stage.leaf, value);
}

/** Puts a text that is an RFC 3339 date-time at `at`, or throws a `ColumnValueError`. */
export function putTimestamp(stage: LeafStage, at: number, value: unknown): void {
  const milliseconds = typeof value === 'string' ? parseRfc3339(value) : undefined;
  if (milliseconds === undefined) throw misfit(stage.leaf, value);
  putHalves(stage, at, milliseconds | 0, Math.floor(milliseconds / twoTo32));
}

function putDouble(stage: LeafStage, at: number, value: unknown): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw misfit(stage.leaf, value);
  const halves = new Int32Array(Float64Array.of(value).buffer);
  putHalves(stage, at, halves[0] ?? 0, halves[1] ?? 0);
}

/** Counts a text that is not ordinary towards its row, and says whether it may not be in a column at all. */
export function isTooLong(text: string, { load }: LoadedLeaf): boolean {
  if (text.length <= ordinaryTextLength) return false;
  load.characters += text.length;
  load.bytes += Buffer.byteLength(text);
  return text.length > maxTextLength;
}

/** What a JSON column keeps of a value: its JSON text, with bigints as the integers they are. */
export function jsonText(value: unknown, target: LoadedLeaf): string {
  const text = plainJson(value, target.leaf);
  if (text !== undefined && !isTooLong(text, target)) return text;
  throw misfit(target.leaf, text ?? value);
}

/** JSON text of a value; `undefined` where JSON has none for its kind (a function, say). */
export function plainJson(value: unknown, leaf: SchemaLeaf): string | undefined {
  try {
    return JSON.stringify(value, rawBigint);
  } catch {
    throw new ColumnValueError(
      leaf.column,
      typeName(leaf.type),
      'a value that cannot be written as JSON (circular or too deep)',
    );
  }
}

function rawBigint(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJson(value.toString()) : value;
}

function rawJson(text: string): unknown {
  const json: { rawJSON?: (text: string) => unknown } = JSON as { rawJSON?: (text: string) => unknown };
  return json.rawJSON?.(text) ?? text;
}

/** The refusal of a value, naming its kind and not the value. */
export function misfit(leaf: SchemaLeaf, value: unknown): ColumnValueError {
  return new ColumnValueError(leaf.column, typeName(leaf.type), kindFor(leaf.type, value));
}

/** A kind as it matters for the type: how a number misses an integer, how a text misses a time. */
function kindFor(type: LeafType, value: unknown): string {
  if (type === 'timestamp' && typeof value === 'string') return 'a text that is no RFC 3339 date-time';
  const isInteger = type === 'int32' || type === 'int64';
  if (isInteger && typeof value === 'number' && Number.isFinite(value)) {
    return Number.isInteger(value) ? 'an integer out of range' : 'a fraction';
  }
  return isInteger && typeof value === 'bigint' ? 'an integer out of range' : kindOf(value);
}

/** The same for what is no leaf: a struct, a list. */
export function misfitNode(path: string, type: string, value: unknown): ColumnValueError {
  return new ColumnValueError(path, type, kindOf(value));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'a number that is not finite';
  if (typeof value === 'string')
    return value.length > maxTextLength ? `a text longer than ${maxTextLength} characters` : 'a string';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
