import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress, type InputType } from 'node:zlib';

/** Why a request is not taken, as HTTP says it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'Refusal';
    this.status = status;
  }
}

export interface BodyLimits {
  readonly maxBodyBytes: number;
  readonly maxUncompressedBytes: number;
}

type Unpack = (bytes: InputType, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
  ['zstd', promisify(zstdDecompress)],
]);

/** The body of a request, unpacked. Throws a `Refusal` for what is too large or cannot be unpacked. */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = unpackers.get(encoding);
  if (unpack === undefined && encoding !== 'identity') {
    throw new Refusal(
      415,
      `content-encoding ${encoding.slice(0, 40)} is not known here; send gzip, zstd, deflate, br or none`,
    );
  }
  const bytes = await received(request, limits.maxBodyBytes);
  if (unpack === undefined) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: limits.maxUncompressedBytes });
  } catch (error) {
    if (error instanceof RangeError)
      throw new Refusal(413, `unpacks to more than ${limits.maxUncompressedBytes} bytes`);
    throw new Refusal(400, `is not ${encoding}`, { cause: error });
  }
}

async function received(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = new Refusal(413, `is larger than ${maxBytes} bytes; send less at a time`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}
