import type { CustomLogSourceResource } from '@aws-sdk/client-securitylake';
import { SluiceError } from '../errors.ts';

/** A custom source as Security Lake describes it. Nothing of it is built here. */
export interface RegisteredSource {
  readonly name: string;
  readonly version?: string;
  readonly account: string;
  readonly region: string;
  /** `s3://bucket/ext/name/`, with exactly one slash at its end. */
  readonly location: string;
  readonly bucket: string;
  /** Of the keys in the bucket: `ext/name/`. */
  readonly prefix: string;
  /** Role to assume, with the external id, for writing. */
  readonly roleArn: string;
  readonly database?: string;
  readonly table?: string;
  readonly crawler?: string;
}

/** Throws when the answer lacks what nobody can write without: location and role. */
export function registeredSource(resource: CustomLogSourceResource, account: string, region: string): RegisteredSource {
  const { sourceName: name = '', sourceVersion: version, provider, attributes } = resource;
  const place = parseLocation(provider?.location);
  if (place === undefined || provider?.roleArn === undefined) {
    throw new SluiceError(
      'aws_failed',
      `Security Lake describes custom source "${name}" in ${region} without ${place === undefined ? 'a location' : 'a role'} to write with. Try again in a minute.`,
      { retryable: true },
    );
  }
  const table = afterSlash(attributes?.tableArn);
  const database = afterSlash(attributes?.databaseArn);
  const crawler = afterSlash(attributes?.crawlerArn);
  return {
    name,
    ...(version === undefined ? {} : { version }),
    account,
    region,
    ...place,
    roleArn: provider.roleArn,
    ...(database === undefined ? {} : { database }),
    ...(table === undefined ? {} : { table }),
    ...(crawler === undefined ? {} : { crawler }),
  };
}

/** Whether two are the same source: the region, the name and the version, as Security Lake tells them apart. */
export function isSource(
  source: RegisteredSource,
  wanted: { readonly name: string; readonly version?: string | undefined; readonly region: string },
): boolean {
  return source.name === wanted.name && source.version === wanted.version && source.region === wanted.region;
}

/** Bucket and prefix of an S3 location, however many slashes it ends with. */
function parseLocation(
  location: string | undefined,
): Pick<RegisteredSource, 'location' | 'bucket' | 'prefix'> | undefined {
  const [, bucket, path] = /^s3[an]?:\/\/([^/]{3,63})\/(.+)$/.exec(location ?? '') ?? [];
  if (bucket === undefined || path === undefined) return undefined;
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  const prefix = `${path.slice(0, end)}/`;
  return prefix === '/' ? undefined : { location: `s3://${bucket}/${prefix}`, bucket, prefix };
}

function afterSlash(arn: string | undefined): string | undefined {
  return arn?.split('/').at(-1);
}
