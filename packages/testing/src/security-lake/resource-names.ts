import { createHash } from 'node:crypto';

/** What a resource is named after. */
export interface Home {
  readonly account: string;
  readonly region: string;
}

/** `aws-security-data-lake-<region>-` and 30 characters, always the same for an account and a region. */
export function bucketName({ account, region }: Home): string {
  const digest = createHash('sha256').update(`${account}/${region}`).digest('hex');
  const unique = BigInt(`0x${digest}`).toString(36).padStart(30, '0').slice(-30);
  return `aws-security-data-lake-${region}-${unique}`;
}

export function dataLakeArn({ account, region }: Home): string {
  return `arn:aws:securitylake:${region}:${account}:data-lake/default`;
}

export function subscriberArn({ account, region }: Home, id: string): string {
  return `arn:aws:securitylake:${region}:${account}:subscriber/${id}`;
}

export function queueName(subscriberId: string): string {
  return `AmazonSecurityLake-${subscriberId}-Main-Queue`;
}

export function queueArn({ account, region }: Home, subscriberId: string): string {
  return `arn:aws:sqs:${region}:${account}:${queueName(subscriberId)}`;
}

export function providerRoleName(region: string, source: string): string {
  return `AmazonSecurityLake-Provider-${source}-${region}`;
}

export function databaseName(region: string): string {
  return `amazon_security_lake_glue_db_${glueName(region)}`;
}

/** Glue lower-cases; a version follows as `_1_0`. */
export function tableName(region: string, source: string, version: string | undefined): string {
  const suffix = version === undefined ? '' : `_${glueName(version)}`;
  return `amazon_security_lake_table_${glueName(region)}_ext_${glueName(source)}${suffix}`;
}

export function glueArn({ account, region }: Home, resource: string): string {
  return `arn:aws:glue:${region}:${account}:${resource}`;
}

/** `ext/<name>/`, or `ext/<name>/<version>/`, with the case of the name kept. */
export function sourceLocation(home: Home, source: string, version: string | undefined): string {
  return `s3://${bucketName(home)}/ext/${source}/${version === undefined ? '' : `${version}/`}`;
}

function glueName(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
}
