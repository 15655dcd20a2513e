import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bucket behind HTTP on this machine, with as much of S3 as a lake needs: put, get by range, head, list. */
export interface BucketServer {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Requests so far: `GET key`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function openBucketServer(bucket: string): Promise<BucketServer> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const key = decodeURIComponent(url.pathname).slice(`/${bucket}/`.length);
    requests.push(`${request.method} ${key}`);
    if (!url.pathname.startsWith(`/${bucket}`)) refuse(response, 404, 'NoSuchBucket');
    else if (request.method === 'PUT') void put(request, response, objects, key);
    else if (key === '') list(response, objects, url.searchParams.get('prefix') ?? '');
    else get(request, response, objects.get(key));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function put(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, Buffer>,
  key: string,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (objects.has(key) && request.headers['if-none-match'] === '*') return refuse(response, 412, 'PreconditionFailed');
  objects.set(key, Buffer.concat(chunks));
  response.writeHead(200, { etag: '"x"' }).end();
}

function get({ method, headers }: IncomingMessage, response: ServerResponse, object: Buffer | undefined): void {
  if (object === undefined) return refuse(response, 404, 'NoSuchKey');
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  const body = start === undefined ? object : object.subarray(Number(start), Number(end) + 1);
  response.writeHead(start === undefined ? 200 : 206, { 'content-length': body.length });
  response.end(method === 'HEAD' ? undefined : body);
}

function list(response: ServerResponse, objects: ReadonlyMap<string, Buffer>, prefix: string): void {
  const entries = [...objects].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const contents = entries.map(([key, { length }]) => `<Contents><Key>${key}</Key><Size>${length}</Size></Contents>`);
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
  );
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}
