import { SluiceError } from '../errors.ts';
import { denied, nameOf, statusOf } from './aws-answer.ts';

const throttled = new Set([
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
]);
const credentialsMissing = new Set(['CredentialsProviderError']);

/** Whether a conditional put lost to an object of the same name, which is then the same object. */
export function isAlreadyThere(error: unknown): boolean {
  return nameOf(error) === 'PreconditionFailed' || statusOf(error) === 412;
}

/** What an error of S3 (or of the way to it) means for the one who runs the pipeline. */
export function s3Error(error: unknown, action: string, bucket: string, key: string): SluiceError {
  // The credentials failed, not the request: that error says so itself.
  if (error instanceof SluiceError) return error;
  const name = nameOf(error);
  const status = statusOf(error);
  const where = `s3://${bucket}/${key}`;
  const cause = { cause: error };
  if (credentialsMissing.has(name)) {
    return new SluiceError(
      'store_denied',
      `No AWS credentials to reach s3://${bucket}. Set a profile, environment or role that the standard AWS chain finds.`,
      cause,
    );
  }
  // A token that ran out is fetched anew by the credential provider, so the next try has a fresh one.
  if (name === 'ExpiredToken') {
    return new SluiceError('store_denied', `The AWS session for ${where} has expired.`, { ...cause, retryable: true });
  }
  if (denied.has(name) || status === 403 || status === 401) {
    return new SluiceError(
      'store_denied',
      `${action} on ${where} was refused (${name}). ${deniedRemedy(name, action, bucket)}`,
      cause,
    );
  }
  if (name === 'NoSuchBucket') {
    return new SluiceError(
      'store_not_found',
      `There is no bucket ${bucket} in this region and account. Check \`bucket\`, \`region\` and \`endpoint\`.`,
      cause,
    );
  }
  if (name === 'NoSuchKey' || status === 404) {
    return new SluiceError('object_not_found', `There is no object ${where}.`, cause);
  }
  if (throttled.has(name) || status === 429 || status === 503) {
    return new SluiceError('store_throttled', `S3 asks to slow down (${name}) at ${where}.`, {
      ...cause,
      retryable: true,
    });
  }
  if (status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 409) {
    return new SluiceError('store_failed', `${action} on ${where} failed: ${name}: ${messageOf(error)}`, cause);
  }
  return new SluiceError('store_unreachable', `${action} on ${where} failed: ${name}: ${messageOf(error)}`, {
    ...cause,
    retryable: true,
  });
}

function deniedRemedy(name: string, action: string, bucket: string): string {
  if (name === 'InvalidAccessKeyId' || name === 'SignatureDoesNotMatch' || name === 'InvalidToken') {
    return 'Check the access key, the secret and the endpoint that they belong to.';
  }
  return `The role needs ${action} on arn:aws:s3:::${bucket}/<prefix of the source>* (and kms:GenerateDataKey, kms:Decrypt where the lake has a KMS key).`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
