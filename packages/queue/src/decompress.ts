import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { ObjectProblem } from './problem.ts';

const chunkBytes = 256 * 1024;

/** The bytes of an object, taken out of gzip or Zstandard where its first bytes say that it is that. */
export async function* decompressed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const { head, all } = await peeked(source);
  const transform = transformFor(head);
  if (transform === undefined) {
    yield* all;
    return;
  }
  // Its failure comes out of the iteration as well.
  const flow = pipeline(Readable.from(all, { objectMode: true }), transform).catch(() => undefined);
  try {
    for await (const chunk of transform) yield chunk;
  } catch (error) {
    throw isCorrupt(error) ? new ObjectProblem('object_corrupt', messageOf(error), { cause: error }) : error;
  } finally {
    transform.destroy();
    await flow;
  }
}

function transformFor(head: Uint8Array): Transform | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip({ chunkSize: chunkBytes });
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) {
    return createZstdDecompress({ chunkSize: chunkBytes });
  }
  return undefined;
}

async function peeked(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let isDone = false;
  while (head.length < 4 && !isDone) {
    const next = await iterator.next();
    if (next.done === true) isDone = true;
    else head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return { head, all: following(head, iterator) };
}

async function* following(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** Whether zlib itself complains, and not the network below it. */
function isCorrupt(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && /^(?:Z_|ZSTD_|ERR_ZSTD|ERR_ZLIB)/.test(error.code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
