import { once } from 'node:events';
import { createServer } from 'node:http';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ObjectBody } from './object-store.ts';
import { s3Store, type S3StoreOptions } from './s3-store.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const objectUrl = 'https://lake.s3.eu-west-1.amazonaws.com/ext/app/one.parquet';
const body = (text: string): ObjectBody => ({ chunks: [Buffer.from(text)], byteLength: text.length });

function open(options: Partial<S3StoreOptions> = {}): ReturnType<typeof s3Store> {
  return s3Store({
    bucket: 'lake',
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' },
    maxAttempts: 1,
    ...options,
  });
}

function answerPut(status: number, code: string): void {
  server.use(
    http.put(objectUrl, () =>
      HttpResponse.xml(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>`, { status }),
    ),
  );
}

test('puts with If-None-Match and without ACL or tags, as the permissions boundary wants it', async () => {
  let headers: Headers | undefined;
  server.use(
    http.put(objectUrl, ({ request }) => {
      headers = request.headers;
      return new HttpResponse(null, { status: 200 });
    }),
  );
  expect(await open().put('ext/app/one.parquet', body('PAR1'))).toBe('stored');
  expect(headers?.get('if-none-match')).toBe('*');
  expect(headers?.get('content-type')).toBe('application/vnd.apache.parquet');
  expect([...(headers?.keys() ?? [])].filter((name) => /acl|tagging|storage-class/.test(name))).toEqual([]);
});

test('takes "already there" for stored', async () => {
  answerPut(412, 'PreconditionFailed');
  expect(await open().put('ext/app/one.parquet', body('PAR1'))).toBe('already-there');
});

test('leaves the condition out where the server does not know it', async () => {
  let condition: string | null = 'unset';
  server.use(
    http.put(objectUrl, ({ request }) => {
      condition = request.headers.get('if-none-match');
      return new HttpResponse(null, { status: 200 });
    }),
  );
  await open({ conditionalWrites: false }).put('ext/app/one.parquet', body('PAR1'));
  expect(condition).toBeNull();
});

test.each([
  [403, 'AccessDenied', 'store_denied', false],
  [403, 'SignatureDoesNotMatch', 'store_denied', false],
  [400, 'ExpiredToken', 'store_denied', true],
  [404, 'NoSuchBucket', 'store_not_found', false],
  [503, 'SlowDown', 'store_throttled', true],
  [500, 'InternalError', 'store_unreachable', true],
  [409, 'ConditionalRequestConflict', 'store_unreachable', true],
  [403, 'RequestTimeTooSkewed', 'store_unreachable', true],
  [400, 'InvalidRequest', 'store_failed', false],
])('answers %s %s with %s (retryable: %s)', async (status, code, expected, retryable) => {
  answerPut(status, code);
  await expect(open().put('ext/app/one.parquet', body('PAR1'))).rejects.toMatchObject({ code: expected, retryable });
});

test('names the permission that is missing and where, and no credential', async () => {
  answerPut(403, 'AccessDenied');
  const error = await open()
    .put('ext/app/one.parquet', body('PAR1'))
    .catch((caught: unknown) => caught);
  expect(String(error)).toContain('s3:PutObject on s3://lake/ext/app/one.parquet');
  expect(String(error)).not.toContain('AKIAEXAMPLE');
});

test('says which permission AWS found missing, be it one for the key of the lake', async () => {
  const message =
    'User: arn:aws:sts::111122223333:assumed-role/writer/sluice is not authorized to perform: kms:GenerateDataKey on resource: ' +
    'arn:aws:kms:eu-west-1:111122223333:key/0a1b because no identity-based policy allows the kms:GenerateDataKey action';
  server.use(
    http.put(objectUrl, () =>
      HttpResponse.xml(`<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`, { status: 403 }),
    ),
  );
  await expect(open().put('ext/app/one.parquet', body('PAR1'))).rejects.toMatchObject({
    code: 'store_denied',
    retryable: false,
    message: expect.stringContaining(
      'AWS says that kms:GenerateDataKey is missing on arn:aws:kms:eu-west-1:111122223333:key/0a1b.',
    ),
  });
});

test('asks for credentials anew when the session is over in the middle of a run', async () => {
  let session = 0;
  const credentials = async (): Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken: string }> => ({
    accessKeyId: 'AKIAEXAMPLE',
    secretAccessKey: 'not-a-secret',
    sessionToken: `session-${++session}`,
  });
  server.use(
    http.put(objectUrl, ({ request }) =>
      request.headers.get('x-amz-security-token') === 'session-1'
        ? HttpResponse.xml('<Error><Code>ExpiredToken</Code></Error>', { status: 400 })
        : new HttpResponse(null, { status: 200 }),
    ),
  );
  const store = open({ credentials });
  await expect(store.put('ext/app/one.parquet', body('PAR1'))).rejects.toMatchObject({ retryable: true });
  expect(await store.put('ext/app/one.parquet', body('PAR1'))).toBe('stored');
});

test('a server that says nothing is given up in time, and can be tried again', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  server.use(http.put(`http://127.0.0.1:${port}/*`, () => passthrough()));
  const store = open({ endpoint: `http://127.0.0.1:${port}`, forcePathStyle: true, silenceMs: 100 });
  await expect(store.put('ext/app/one.parquet', body('PAR1'))).rejects.toMatchObject({
    code: 'store_unreachable',
    retryable: true,
  });
  silent.closeAllConnections();
  silent.close();
});

test('a lost connection can be tried again', async () => {
  server.use(http.put(objectUrl, () => HttpResponse.error()));
  await expect(open().put('ext/app/one.parquet', body('PAR1'))).rejects.toMatchObject({
    code: 'store_unreachable',
    retryable: true,
  });
});

test('large objects go up in parts, conditionally at the end, and no part is ever aborted', async () => {
  const seen: string[] = [];
  server.use(
    http.post(objectUrl, ({ request }) => {
      const url = new URL(request.url);
      if (url.searchParams.has('uploads')) {
        seen.push('create');
        return HttpResponse.xml(
          '<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>',
        );
      }
      seen.push(`complete ${request.headers.get('if-none-match')}`);
      return HttpResponse.xml('<CompleteMultipartUploadResult><ETag>"e"</ETag></CompleteMultipartUploadResult>');
    }),
    http.put(objectUrl, ({ request }) => {
      seen.push(`part ${new URL(request.url).searchParams.get('partNumber')}`);
      return new HttpResponse(null, { status: 200, headers: { ETag: '"p"' } });
    }),
  );
  const big = Buffer.alloc(17 * 1024 * 1024, 1);
  await open({ multipartFromBytes: 1024 }).put('ext/app/one.parquet', { chunks: [big], byteLength: big.length });
  expect(seen.toSorted()).toEqual(['complete *', 'create', 'part 1', 'part 2']);
});

test('a failed part leaves its parts behind: the role may not abort', async () => {
  let aborted = false;
  server.use(
    http.post(objectUrl, () =>
      HttpResponse.xml('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>'),
    ),
    http.put(objectUrl, () => HttpResponse.xml('<Error><Code>AccessDenied</Code></Error>', { status: 403 })),
    http.delete(objectUrl, () => {
      aborted = true;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const big = Buffer.alloc(17 * 1024 * 1024, 1);
  await expect(
    open({ multipartFromBytes: 1024 }).put('ext/app/one.parquet', { chunks: [big], byteLength: big.length }),
  ).rejects.toMatchObject({ code: 'store_denied' });
  expect(aborted).toBe(false);
});

test('lists page after page', async () => {
  server.use(
    http.get('https://lake.s3.eu-west-1.amazonaws.com/', ({ request }) => {
      const second = new URL(request.url).searchParams.get('continuation-token') === 'next';
      const entry = (key: string): string => `<Contents><Key>${key}</Key><Size>3</Size></Contents>`;
      return HttpResponse.xml(
        second
          ? `<ListBucketResult>${entry('ext/b')}</ListBucketResult>`
          : `<ListBucketResult>${entry('ext/a')}<IsTruncated>true</IsTruncated><NextContinuationToken>next</NextContinuationToken></ListBucketResult>`,
      );
    }),
  );
  const keys = [];
  for await (const { key } of open().list('ext/')) keys.push(key);
  expect(keys).toEqual(['ext/a', 'ext/b']);
});
