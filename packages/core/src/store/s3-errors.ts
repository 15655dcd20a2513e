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
const sessionOver = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired']);
/** The clocks of the two sides differ. The SDK learns from the answer by how much. */
const clockOff = new Set(['RequestTimeTooSkewed', 'RequestExpired']);
const credentialsMissing = new Set(['CredentialsProviderError']);

/** Whether a conditional put lost to an object of the same name, which is then the same object. */
export function isAlreadyThere(error: unknown): boolean {
  return nameOf(error) === 'PreconditionFailed' || statusOf(error) === 412;
}

/** Whether the session of the credentials is over, so that new ones have to be had. */
export function isSessionOver(error: unknown): boolean {
  return sessionOver.has(nameOf(error));
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
  // The next try has a client with a fresh session.
  if (isSessionOver(error)) {
    return new SluiceError('store_denied', `The AWS session for ${where} has expired.`, { ...cause, retryable: true });
  }
  if (clockOff.has(name)) {
    const message = `S3 says that the clock of this machine is wrong (${name}) at ${where}. Set it; writing goes on by itself.`;
    return new SluiceError('store_unreachable', message, { ...cause, retryable: true });
  }
  if (denied.has(name) || status === 403 || status === 401) {
    return new SluiceError(
      'store_denied',
      `${action} on ${where} was refused (${name}). ${deniedRemedy(error, action, bucket, key)}`,
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

/** AWS says who lacks what, where it knows: "is not authorized to perform: ACTION on resource: ARN because …". */
const missingGrant =
  /not authorized to perform: ([a-z0-9-]{1,40}:[A-Za-z]{1,60})(?: on resource: "?(arn:[^\s"]{1,1000}))?/;

function deniedRemedy(error: unknown, action: string, bucket: string, key: string): string {
  const name = nameOf(error);
  if (name === 'InvalidAccessKeyId' || name === 'SignatureDoesNotMatch' || name === 'InvalidToken') {
    return 'Check the access key, the secret and the endpoint that they belong to.';
  }
  const [, grant, resource] = missingGrant.exec(messageOf(error)) ?? [];
  if (grant !== undefined) {
    return `AWS says that ${grant} is missing${resource === undefined ? '' : ` on ${resource}`}. Allow it to the role.`;
  }
  const prefix = key.slice(0, key.lastIndexOf('/region=') + 1);
  return (
    `The role needs ${action} on arn:aws:s3:::${bucket}/${prefix === '' ? '<prefix of the source>' : prefix}* ` +
    '(and kms:GenerateDataKey, kms:Decrypt where the lake has a KMS key).'
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
