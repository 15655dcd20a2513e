import { expect, test } from 'vitest';
import { isCredentialError, queueError } from './service-error.ts';

const queue = 'https://sqs.eu-central-1.amazonaws.com/111122223333/notices';

function named(name: string): Error {
  return Object.assign(new Error('the service says so'), { name });
}

test.each([
  ['CredentialsProviderError', 'permission_denied', 'There are no AWS credentials for'],
  ['TokenProviderError', 'permission_denied', 'There are no AWS credentials for'],
  ['InvalidClientTokenId', 'permission_denied', 'AWS does not take the credentials for'],
  ['SignatureDoesNotMatch', 'permission_denied', 'AWS does not take the credentials for'],
  ['ExpiredToken', 'permission_denied', 'AWS does not take the credentials for'],
  ['AccessDeniedException', 'permission_denied', 'the credentials of the stream need this permission'],
  ['AWS.SimpleQueueService.NonExistentQueue', 'not_found', 'There is no queue'],
  ['QueueDoesNotExist', 'not_found', 'There is no queue'],
  ['ServiceUnavailable', 'upstream_unreachable', 'ServiceUnavailable: the service says so'],
])('%s is %s, and the message says what to do', (name, code, text) => {
  const error = queueError(named(name), 'sqs:ReceiveMessage', queue);
  expect(error).toMatchObject({ code, retryable: code === 'upstream_unreachable' });
  expect(error.message).toContain(text);
  expect(error.message).toContain(queue);
});

test('credentials that are missing or refused are no matter of one object', () => {
  expect(isCredentialError(named('CredentialsProviderError'))).toBe(true);
  expect(isCredentialError(named('InvalidAccessKeyId'))).toBe(true);
  expect(isCredentialError(named('NoSuchKey'))).toBe(false);
});
