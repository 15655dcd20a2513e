import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Credentials } from '@aws-sdk/client-sts';
import type { DataLakeFacts } from '../describe-lake.ts';
import { allow, lookAt, type DoctorStep } from './step.ts';
import type { DoctorTarget } from './target.ts';

export interface Writer {
  readonly target: DoctorTarget;
  /** Key prefix of the source. */
  readonly prefix: string;
  readonly region: string;
  /** Who writes: the ARN of the role, or `the caller`. */
  readonly who: string;
  readonly credentials?: Credentials;
  readonly lake?: DataLakeFacts;
}

/** One object for all visits: it is overwritten, because a writer may not delete. Hive skips names with an underscore. */
const canaryName = '_sluice-doctor';

/** Puts a canary below the prefix. */
export async function checkPut(writer: Writer): Promise<DoctorStep> {
  const { target, prefix, who, lake } = writer;
  const key = `${prefix}${canaryName}`;
  const { step } = await withClient(writer, (s3) =>
    lookAt({
      check: 'put',
      subject: target.name,
      who,
      asked: { action: 's3:PutObject', on: objectArn(target.bucket, `${prefix}*`, lake) },
      look: () => s3.send(new PutObjectCommand({ Bucket: target.bucket, Key: key, Body: 'canary' })),
      judge: () => `wrote s3://${target.bucket}/${key}`,
    }),
  );
  if (step.missing?.action !== 's3:PutObject' || lake?.kmsKeyArn === undefined) return step;
  const key2 = { who, action: 'kms:GenerateDataKey', resource: lake.kmsKeyArn };
  return { ...step, remedy: `${step.remedy}. The lake has a key of its own, so also: ${allow(key2)}` };
}

/** Tries to put beside the prefix, which has to be refused. What gets there all the same is deleted if it can be. */
export async function checkOutside(writer: Writer): Promise<DoctorStep> {
  const { target, who } = writer;
  const place = { Bucket: target.bucket, Key: `ext/sluice-doctor-outside/${canaryName}` };
  const asked = { check: 'outside', subject: target.name };
  return withClient(writer, async (s3) => {
    try {
      await s3.send(new PutObjectCommand({ ...place, Body: 'canary' }));
    } catch (error) {
      const isRefused = error instanceof Error && error.name === 'AccessDenied';
      const detail = isRefused ? 'refused outside its prefix' : `could not be tried: ${String(error).slice(0, 300)}`;
      return { ...asked, status: isRefused ? 'ok' : 'skipped', detail };
    }
    const deleted = await s3.send(new DeleteObjectCommand(place)).then(
      () => 'It was deleted again.',
      () => 'It could not be deleted.',
    );
    return {
      ...asked,
      status: 'failed',
      detail: `${who} wrote s3://${place.Bucket}/${place.Key}: it may write more than its source. ${deleted}`,
      remedy: `Narrow s3:PutObject of ${who} to ${objectArn(target.bucket, `${writer.prefix}*`, writer.lake)}`,
    };
  });
}

async function withClient<Result>(
  { target, region, credentials }: Writer,
  work: (s3: S3Client) => Promise<Result>,
): Promise<Result> {
  const { endpoint, forcePathStyle = false } = target.s3 ?? {};
  const s3 = new S3Client({
    region,
    forcePathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials: identityOf(credentials) }),
  });
  try {
    return await work(s3);
  } finally {
    s3.destroy();
  }
}

function identityOf({ AccessKeyId = '', SecretAccessKey = '', SessionToken = '' }: Credentials): {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
} {
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

function objectArn(bucket: string, key: string, lake: DataLakeFacts | undefined): string {
  return `arn:${lake?.partition ?? 'aws'}:s3:::${bucket}/${key}`;
}
