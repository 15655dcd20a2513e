import { S3Error } from './s3-error.ts';

/** Whether a body is sent in chunks of its own framing, as the AWS clients do with streams. */
export function isAwsChunked(headers: Headers): boolean {
  const encodings = (headers.get('content-encoding') ?? '').split(',').map((name) => name.trim());
  return encodings.includes('aws-chunked') || headers.get('x-amz-content-sha256')?.startsWith('STREAMING-') === true;
}

/** What is in the chunks: `SIZE[;chunk-signature=…]\r\nBYTES\r\n`, ended by one of size 0 and trailers. */
export function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = body.indexOf('\r\n', at);
    const head = lineEnd === -1 ? '' : body.toString('latin1', at, Math.min(lineEnd, at + 256));
    const size = /^([0-9a-fA-F]{1,8})(;|$)/.exec(head)?.[1];
    if (size === undefined) throw new S3Error(400, 'IncompleteBody', 'The chunks of the body cannot be read.');
    const byteLength = Number.parseInt(size, 16);
    if (byteLength === 0) return Buffer.concat(parts);
    const start = lineEnd + 2;
    if (start + byteLength > body.length) throw new S3Error(400, 'IncompleteBody', 'A chunk is shorter than it says.');
    parts.push(body.subarray(start, start + byteLength));
    at = start + byteLength + 2;
  }
}
