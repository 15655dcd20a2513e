import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import { codeOf, reasonOf } from './discover.ts';
import type { Packing } from './packing.ts';
import { zstdFrames, type ZstdPart } from './zstd-frames.ts';

/** Why no more of a compressed file can be read. Everything before has been given out. */
export class Damage extends Error {
  /** `cut`: it ends in the middle, as one does that is still being written. */
  readonly kind: 'cut' | 'corrupt';
  /** The byte of the compressed file up to which it could be read. */
  readonly packedOffset: number;

  constructor(kind: 'cut' | 'corrupt', packedOffset: number, cause: unknown) {
    super(kind === 'cut' ? 'it ends in the middle' : reasonOf(cause), { cause });
    this.name = 'Damage';
    this.kind = kind;
    this.packedOffset = packedOffset;
  }
}

type Engine = Gunzip | ZstdDecompress;

interface Part {
  readonly start: number;
  readonly end: number;
}

/** So much is fed at once. */
const pieceBytes = 16 * 1024;

/**
 * What a compressed file says, from its start. Memory stays below a few MB whatever it unpacks to (a window of zstd: up
 * to 128 MiB, which only files say that were compressed so). Throws `Damage` after everything that could be read. `end`:
 * of the compressed bytes no more than so many.
 */
export async function* unpack(
  handle: FileHandle,
  packing: Packing,
  end: number = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Buffer, void> {
  if (packing === 'gzip') {
    yield* unpackPart(handle, { start: 0, end }, createGunzip);
    return;
  }
  for await (const part of zstdFrames(handle)) {
    if (part.start >= end) return;
    refuseDamaged(part);
    yield* unpackPart(handle, { start: part.start, end: Math.min(part.end, end) }, createZstdDecompress);
  }
}

function refuseDamaged({ kind, start, end }: ZstdPart): void {
  if (kind === 'garbage') throw new Damage('corrupt', start, new Error('what follows is no zstd'));
  if (kind === 'cut') throw new Damage('cut', end, undefined);
}

async function* unpackPart(handle: FileHandle, part: Part, create: () => Engine): AsyncGenerator<Buffer, void> {
  const engine = create();
  const source = Readable.from(pieces(handle, part, () => pieceBytes));
  pipeline(source, engine, () => undefined);
  let given = 0;
  try {
    for await (const chunk of engine as AsyncIterable<Buffer>) {
      given += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (!isOfEngine(error)) throw error;
    const failedAt = yield* rescue(handle, { part, create, near: part.start + engine.bytesWritten, given });
    throw new Damage(codeOf(error) === 'Z_BUF_ERROR' ? 'cut' : 'corrupt', failedAt, error);
  } finally {
    engine.destroy();
    source.destroy();
  }
}

interface Failure {
  readonly part: Part;
  readonly create: () => Engine;
  /** Where it failed, or a little before. */
  readonly near: number;
  /** Bytes that have been given out. */
  readonly given: number;
}

/**
 * A stream that fails drops what it has unpacked last. So the last bytes before are fed one by one, and nothing is.
 * Returns where it failed.
 */
async function* rescue(handle: FileHandle, failure: Failure): AsyncGenerator<Buffer, number> {
  const { part, create, near, given } = failure;
  const engine = create();
  let fed = part.start;
  let unpacked: Buffer[] = [];
  let at = 0;
  engine.on('data', (chunk: Buffer) => {
    at += chunk.length;
    if (at > given) unpacked.push(chunk.subarray(Math.max(0, chunk.length - (at - given))));
  });
  try {
    for await (const piece of pieces(handle, part, (from) => (from < near - 2 * pieceBytes ? pieceBytes : 1))) {
      const isFed = await feed(engine, piece);
      yield* unpacked;
      unpacked = [];
      if (!isFed) break;
      fed += piece.length;
    }
    return fed;
  } finally {
    engine.destroy();
  }
}

function feed(engine: Engine, piece: Buffer): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  engine.once('error', () => resolve(false));
  engine.write(piece, (error) => {
    engine.removeAllListeners('error');
    engine.on('error', () => undefined);
    resolve(!(error instanceof Error));
  });
  return promise;
}

async function* pieces(
  handle: FileHandle,
  { start, end }: Part,
  sizeAt: (offset: number) => number,
): AsyncGenerator<Buffer, void> {
  const buffer = Buffer.alloc(pieceBytes);
  for (let at = start; at < end;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(pieceBytes, end - at), at);
    if (bytesRead === 0) return;
    const size = sizeAt(at);
    for (let from = 0; from < bytesRead; from += size)
      yield Buffer.from(buffer.subarray(from, Math.min(from + size, bytesRead)));
    at += bytesRead;
  }
}

function isOfEngine(error: unknown): boolean {
  return /^(?:Z_|ZSTD_)/.test(codeOf(error));
}
