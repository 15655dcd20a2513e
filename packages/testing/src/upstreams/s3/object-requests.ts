import { ConditionFailed, type Bucket, type BucketObject } from './buckets.ts';
import { isAwsChunked, unchunk } from './chunked.ts';
import { S3Error } from './s3-error.ts';

/** PutObject, with `If-None-Match: *` and `If-Match`. */
export async function putObject(bucket: Bucket, key: string, request: Request): Promise<Response> {
  const sent = Buffer.from(await request.arrayBuffer());
  const { headers } = request;
  const conditions = { ifNoneMatch: headers.get('if-none-match'), ifMatch: headers.get('if-match') };
  if (conditions.ifMatch !== null && bucket.get(key) === undefined) throw noSuchKey();
  try {
    const content = isAwsChunked(headers) ? unchunk(sent) : sent;
    const { etag } = bucket.put(key, content, conditions, headers.get('content-type') ?? undefined);
    return new Response(null, { status: 200, headers: { etag } });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
}

/** GetObject and HeadObject, with conditions and one range. */
export function getObject(bucket: Bucket, key: string, request: Request): Response {
  const object = bucket.get(key);
  if (object === undefined) throw noSuchKey();
  const { headers } = request;
  const wanted = headers.get('if-match');
  if (wanted !== null && wanted !== object.etag)
    throw new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  if (headers.get('if-none-match') === object.etag)
    return new Response(null, { status: 304, headers: factsOf(object) });
  const range = headers.get('range');
  if (range === null) return bodyAnswer(200, object.bytes, factsOf(object), request);
  const [start, end] = rangeOf(range, object.bytes.byteLength);
  const part = object.bytes.subarray(start, end);
  const contentRange = `bytes ${start}-${end - 1}/${object.bytes.byteLength}`;
  return bodyAnswer(206, part, { ...factsOf(object), 'content-range': contentRange }, request);
}

function bodyAnswer(
  status: number,
  bytes: Uint8Array<ArrayBuffer>,
  facts: Readonly<Record<string, string>>,
  { method }: Request,
): Response {
  const headers = { ...facts, 'content-length': String(bytes.byteLength) };
  return new Response(method === 'HEAD' ? null : bytes, { status, headers });
}

function factsOf({ etag, contentType, modifiedAt }: BucketObject): Readonly<Record<string, string>> {
  return {
    etag,
    'content-type': contentType,
    'last-modified': new Date(modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
  };
}

/** Start and end, exclusive, of `bytes=0-9`, `bytes=10-` and `bytes=-8`. */
function rangeOf(range: string, byteLength: number): readonly [number, number] {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  const isSuffix = first === '' && last !== '';
  const start = isSuffix ? Math.max(0, byteLength - Number(last)) : Number(first || Number.NaN);
  const end = isSuffix || last === '' ? byteLength : Math.min(byteLength, Number(last) + 1);
  if (Number.isNaN(start) || start >= end)
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable');
  return [start, end];
}

function noSuchKey(): S3Error {
  return new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
}
