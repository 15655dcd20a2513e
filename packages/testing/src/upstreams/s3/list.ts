import type { Bucket } from './buckets.ts';
import { S3Error } from './s3-error.ts';
import { xml, type Element } from './xml.ts';

interface Page {
  readonly contents: readonly string[];
  readonly prefixes: readonly string[];
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
}

/** ListObjectsV2: prefix, delimiter, start, and pages of at most a thousand. */
export function listObjects(name: string, bucket: Bucket, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const maxKeys = Math.min(1000, Number(query.get('max-keys') ?? 1000));
  if (!Number.isInteger(maxKeys) || maxKeys < 0)
    throw new S3Error(400, 'InvalidArgument', 'max-keys has to be a whole number.');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const page = pageOf(bucket, { prefix, delimiter, after, maxKeys });
  return xml(['ListBucketResult', elementsOf(name, bucket, page, { prefix, maxKeys })]);
}

function pageOf(
  bucket: Bucket,
  { prefix, delimiter, after, maxKeys }: { prefix: string; delimiter: string; after: string; maxKeys: number },
): Page {
  const contents: string[] = [];
  const prefixes = new Set<string>();
  let last = '';
  for (const key of bucket.keys) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const entry = end === -1 ? key : key.slice(0, end + delimiter.length);
    if (Buffer.compare(Buffer.from(entry), Buffer.from(after)) <= 0 || prefixes.has(entry)) continue;
    if (contents.length + prefixes.size >= maxKeys) return { contents, prefixes: [...prefixes], next: last };
    if (end === -1) contents.push(key);
    else prefixes.add(entry);
    last = entry;
  }
  return { contents, prefixes: [...prefixes] };
}

function elementsOf(
  name: string,
  bucket: Bucket,
  { contents, prefixes, next }: Page,
  { prefix, maxKeys }: { prefix: string; maxKeys: number },
): readonly Element[] {
  return [
    ['Name', name],
    ['Prefix', prefix],
    ['KeyCount', contents.length + prefixes.length],
    ['MaxKeys', maxKeys],
    ['IsTruncated', next !== undefined],
    ...(next === undefined ? [] : [['NextContinuationToken', Buffer.from(next).toString('base64url')] as const]),
    ...contents.map((key): Element => {
      const { etag, bytes, modifiedAt } = bucket.get(key) ?? { etag: '', bytes: [], modifiedAt: 0 };
      const facts: readonly Element[] = [
        ['Key', key],
        ['LastModified', new Date(modifiedAt).toISOString()],
        ['ETag', etag],
        ['Size', bytes.length],
        ['StorageClass', 'STANDARD'],
      ];
      return ['Contents', facts];
    }),
    ...prefixes.map((shared): Element => ['CommonPrefixes', [['Prefix', shared]]]),
  ];
}
