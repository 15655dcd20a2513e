import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { SluiceError } from '../errors.ts';
import { denied, nameOf, statusOf } from './aws-answer.ts';

export interface AssumedRole {
  readonly roleArn: string;
  readonly externalId?: string;
  readonly region: string;
}

/**
 * Credentials of the role that writes a source, fetched anew before they run out. Where STS refuses them, the error names
 * the role and what may be wrong, not the request for whose sake they were wanted.
 */
export function assumedRole({ roleArn, externalId, region }: AssumedRole): NonNullable<S3ClientConfig['credentials']> {
  const assume = fromTemporaryCredentials({
    clientConfig: { region },
    params: {
      RoleArn: roleArn,
      RoleSessionName: 'sluice',
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    },
  });
  return async (properties) => {
    try {
      return await assume(properties);
    } catch (error) {
      throw roleError(error, roleArn, externalId);
    }
  };
}

function roleError(error: unknown, roleArn: string, externalId: string | undefined): SluiceError {
  const name = nameOf(error);
  const cause = { cause: error };
  if (name === 'CredentialsProviderError') {
    return new SluiceError(
      'store_denied',
      `No AWS credentials to assume ${roleArn} with. Set a profile, environment or role that the standard AWS chain finds.`,
      cause,
    );
  }
  const status = statusOf(error);
  if (name === 'ExpiredToken' || name === 'ExpiredTokenException') {
    const text = `The AWS session that assumes ${roleArn} has expired.`;
    return new SluiceError('store_denied', text, { ...cause, retryable: true });
  }
  if (denied.has(name) || status === 401 || status === 403) {
    const given = externalId === undefined ? 'no external id was given' : 'the external id may be another one';
    return new SluiceError(
      'store_denied',
      `sts:AssumeRole on ${roleArn} was refused (${name}): ${given}, the caller may lack sts:AssumeRole on it, or the role may not trust the caller.`,
      cause,
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  const isWrong = status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
  return new SluiceError(
    isWrong ? 'store_failed' : 'store_unreachable',
    `sts:AssumeRole on ${roleArn} failed: ${name}: ${message}`,
    { ...cause, retryable: !isWrong },
  );
}
