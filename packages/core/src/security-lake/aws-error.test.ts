import { expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { asking, awsError } from './aws-error.ts';

const asked = { action: 'glue:GetCrawler', on: 'syslog-auth' };

function error(name: string, status?: number, more: object = {}): Error {
  const metadata = status === undefined ? {} : { $metadata: { httpStatusCode: status } };
  return Object.assign(new Error('AWS says so'), { name, ...metadata, ...more });
}

test.each([
  ['a refusal', error('AccessDeniedException', 400), 'aws_denied', false, /Grant the caller glue:GetCrawler/],
  ['a refusal without a name that we know', error('Forbidden', 403), 'aws_denied', false, /is not allowed/],
  ['an expired session', error('ExpiredTokenException', 403), 'aws_denied', false, /does not accept the credentials/],
  ['no credentials', error('CredentialsProviderError'), 'aws_denied', false, /there are no AWS credentials/],
  [
    'a change that is being made',
    error('ConflictException', 409),
    'aws_conflict',
    true,
    /glue:GetCrawler on syslog-auth/,
  ],
  ['too many requests', error('ThrottlingException', 429), 'aws_throttled', true, /slow down/],
  ['too many requests, as older services say it', error('Throttling', 400), 'aws_throttled', true, /slow down/],
  [
    'a refused connection',
    error('Error', undefined, { code: 'ECONNREFUSED' }),
    'aws_unreachable',
    true,
    /cannot be reached/,
  ],
  ['a timeout', error('TimeoutError'), 'aws_unreachable', true, /cannot be reached/],
  ['a failure of the service', error('InternalServerException', 500), 'aws_failed', true, /InternalServerException/],
  [
    'a request that is wrong',
    error('BadRequestException', 400),
    'aws_failed',
    false,
    /BadRequestException: AWS says so/,
  ],
  ['what is no error', 'text', 'aws_failed', false, /text/],
])('%s has a code, and says what was asked', (_, cause, code, retryable, message) => {
  const made = awsError(cause, asked);
  expect(made).toMatchObject({ code, retryable, cause });
  expect(made.message).toMatch(message);
});

test('waits as long as the service says', () => {
  expect(awsError(error('ThrottlingException', 429, { retryAfterSeconds: 3 }), asked).retryAfterMs).toBe(3000);
});

test('leaves an error of ours as it is, and keeps a message short', async () => {
  const ours = new SluiceError('lake_not_enabled', 'no lake');
  await expect(asking(asked, () => Promise.reject(ours))).rejects.toBe(ours);
  const long = Object.assign(new Error('x'.repeat(100_000)), { name: 'BadRequestException' });
  expect(awsError(long, asked).message.length).toBeLessThan(700);
});
