import { StreamError } from '@sluice/connector';

/** What the clients throw for an answer that is an error. */
export interface ServiceError extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
}

export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && '$metadata' in error;
}

const deniedNames = new Set(['AccessDenied', 'AccessDeniedException', 'AuthorizationError']);
/** There are none at all, or what gives them out failed. */
const missingCredentials = new Set(['CredentialsProviderError', 'TokenProviderError']);
const badCredentials = new Set([
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
  'ExpiredToken',
  'ExpiredTokenException',
]);

/** An error of the queue as one of the stream: the permission or the setting that mends it is named. */
export function queueError(error: unknown, action: string, queueUrl: string): StreamError {
  if (error instanceof StreamError) return error;
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  if (missingCredentials.has(name)) {
    return new StreamError(
      'permission_denied',
      `There are no AWS credentials for ${queueUrl}. Set a profile, environment or role that the standard AWS chain finds, or the \`credentials\` of the stream.`,
      { cause: error },
    );
  }
  if (badCredentials.has(name)) {
    return new StreamError(
      'permission_denied',
      `AWS does not take the credentials for ${queueUrl} (${name}). Look whether they are current, and whether the queue is in the region that they are used for.`,
      { cause: error },
    );
  }
  if (deniedNames.has(name) || name.endsWith('.AccessDenied')) {
    return new StreamError(
      'permission_denied',
      `${action} on ${queueUrl} is denied: the credentials of the stream need this permission.`,
      { cause: error },
    );
  }
  if (/QueueDoesNotExist|NonExistentQueue/.test(name)) {
    return new StreamError('not_found', `There is no queue ${queueUrl} for these credentials in this region.`, {
      cause: error,
    });
  }
  return new StreamError('upstream_unreachable', `${action} on ${queueUrl} failed: ${name}: ${message}`, {
    cause: error,
    retryable: true,
  });
}

/** Whether an error of an object is one of credentials, which no other object will be spared. */
export function isCredentialError(error: unknown): boolean {
  return error instanceof Error && (missingCredentials.has(error.name) || badCredentials.has(error.name));
}
