import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { SluiceError } from '../errors.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { DeadLetter } from './dead-letter.ts';

const decompress = promisify(zstdDecompress);
const extension = '.ndjson.zst';
/** Far above what a flush gathers: a file that unpacks to more was not written here. */
const mostBytes = 2 * 1024 * 1024 * 1024 - 1;

/** A dead letter in its place. */
export interface FiledLetter {
  /** Of the object that holds it. */
  readonly key: string;
  /** Which line of it, from 0. */
  readonly line: number;
  readonly letter: DeadLetter;
}

/** Keys of all objects with dead letters, in key order. */
export async function* letterObjects(store: ObjectStore): AsyncIterable<string> {
  for await (const { key } of store.list('')) if (key.endsWith(extension)) yield key;
}

/** The dead letters of one object. */
export async function readLetters(store: ObjectStore, key: string): Promise<readonly FiledLetter[]> {
  const packed = await store.read(key);
  try {
    const text = (await decompress(packed, { maxOutputLength: mostBytes })).toString('utf8');
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line, index) => ({ key, line: index, letter: JSON.parse(line) as DeadLetter }));
  } catch (error) {
    throw new SluiceError(
      'dead_letters_unreadable',
      `${store.description}/${key} does not hold dead letters (NDJSON in one zstd frame): ${error instanceof Error ? error.message : String(error)}. Move it away.`,
      { cause: error },
    );
  }
}

/** The record as it came. */
export function recordOf({ raw, raw_base64: base64 }: DeadLetter): Buffer {
  return base64 === undefined ? Buffer.from(raw ?? '', 'utf8') : Buffer.from(base64, 'base64');
}

/** The pipeline that a letter is of: one that a replay rejected again is still its pipeline's. */
export function pipelineOf({ pipeline }: DeadLetter): string {
  return pipeline.split(replaySuffix, 1)[0] ?? pipeline;
}

/** Between the name of a pipeline and the number of a replay. No name in a configuration has a dot. */
export const replaySuffix = '.replay-';
