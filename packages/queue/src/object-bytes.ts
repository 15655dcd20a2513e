import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, type GetObjectCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectRef } from './announcement.ts';
import { ObjectProblem } from './problem.ts';
import { isServiceError } from './service-error.ts';

/** An open object: what identifies its content, and its bytes as they come. */
export interface OpenObject {
  /** `s3://bucket/key`. */
  readonly path: string;
  /** The same for the same content: path and version id, or path and ETag. */
  readonly id: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface OpenOptions {
  readonly s3: S3Client;
  readonly signal: AbortSignal;
  readonly maxObjectBytes: number;
  /** Longest wait for the next bytes. Default 60 s. */
  readonly idleMs?: number;
}

const maxResumptions = 5;

/**
 * Opens an object. Its bytes are pulled; a connection that is lost half way is taken up again where it stopped, with
 * the same ETag, so that pulling may be slow. Throws an `ObjectProblem` where the object is missing, denied or too
 * large, and the client's own error where the service or the way to it fails.
 */
export async function openObject(ref: ObjectRef, options: OpenOptions): Promise<OpenObject> {
  const path = `s3://${ref.bucket}/${ref.key}`;
  const answer = await get(ref, options, {});
  const { ContentLength: length, ETag: etag, VersionId: versionId } = answer;
  if (length !== undefined && length > options.maxObjectBytes) {
    discard(answer);
    throw new ObjectProblem('object_too_large', `has ${length} bytes; max_object is ${options.maxObjectBytes}`);
  }
  return {
    path,
    id: `${path}#${(versionId ?? etag ?? '').replaceAll('"', '')}`,
    bytes: bytesOf(ref, answer, options),
  };
}

async function get(
  ref: ObjectRef,
  { s3, signal }: OpenOptions,
  more: { readonly Range?: string; readonly IfMatch?: string },
): Promise<GetObjectCommandOutput> {
  const { bucket, key, versionId } = ref;
  const version = versionId === undefined ? {} : { VersionId: versionId };
  try {
    return await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...version, ...more }), {
      abortSignal: signal,
    });
  } catch (error) {
    throw problemOf(error) ?? error;
  }
}

function problemOf(error: unknown): ObjectProblem | undefined {
  if (!isServiceError(error)) return undefined;
  const { name, message } = error;
  const status = error.$metadata.httpStatusCode;
  if (status === 404) return new ObjectProblem('object_missing', `${name}: ${message}`, { cause: error });
  if (name === 'AccessDenied' || name === 'InvalidObjectState') {
    return new ObjectProblem('object_denied', `${name}: ${message}`, { cause: error });
  }
  if (status === 412) return new ObjectProblem('object_missing', 'was overwritten while it was read', { cause: error });
  return undefined;
}

async function* bytesOf(
  ref: ObjectRef,
  first: GetObjectCommandOutput,
  options: OpenOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { ContentLength: length, ETag: etag } = first;
  let answer = first;
  let given = 0;
  for (let resumption = 0; ; resumption++) {
    try {
      for await (const chunk of timed(answer, options)) {
        given += chunk.length;
        yield chunk;
      }
      if (length === undefined || given >= length) return;
      throw new Error(`the body ended after ${given} of ${length} bytes`);
    } catch (error) {
      if (options.signal.aborted || resumption >= maxResumptions || length === undefined) throw error;
      if (given >= length) return;
    } finally {
      discard(answer);
    }
    await sleep(100 * 2 ** resumption, undefined, { signal: options.signal });
    answer = await get(ref, options, { Range: `bytes=${given}-`, ...(etag === undefined ? {} : { IfMatch: etag }) });
  }
}

/** The chunks of a body; fails when none comes for too long while someone waits for it. */
async function* timed(answer: GetObjectCommandOutput, options: OpenOptions): AsyncGenerator<Uint8Array> {
  const iterator = chunksOf(answer)[Symbol.asyncIterator]();
  const { idleMs = 60_000, signal } = options;
  for (;;) {
    const next = iterator.next();
    next.catch(() => undefined);
    const timer = new AbortController();
    const late = sleep(idleMs, 'late' as const, { signal: AbortSignal.any([timer.signal, signal]) });
    const winner = await Promise.race([next, late]).finally(() => timer.abort());
    late.catch(() => undefined);
    if (winner === 'late') throw new Error(`no bytes came for ${idleMs / 1000} s`);
    if (winner.done === true) return;
    yield winner.value;
  }
}

function chunksOf({ Body: body }: GetObjectCommandOutput): AsyncIterable<Uint8Array> {
  if (body === undefined || !(Symbol.asyncIterator in body)) throw new Error('the answer has no body to read');
  return body as AsyncIterable<Uint8Array>;
}

/** Gives the connection back. */
function discard({ Body: body }: GetObjectCommandOutput): void {
  if (body !== undefined && 'destroy' in body && typeof body.destroy === 'function') body.destroy();
}
