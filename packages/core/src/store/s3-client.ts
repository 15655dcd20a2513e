import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { assumedRole } from './assumed-role.ts';
import type { S3StoreOptions } from './s3-store.ts';

/** A client for the bucket of these options, with the credentials that they ask for. */
export function s3Client(options: S3StoreOptions): S3Client {
  return new S3Client(clientConfig(options));
}

function clientConfig(options: S3StoreOptions): S3ClientConfig {
  const checksums = options.checksums === 'when_required' ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED';
  return {
    region: options.region,
    forcePathStyle: options.forcePathStyle ?? false,
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    credentials: options.credentials ?? credentialsOf(options),
    ...(options.maxAttempts === undefined ? {} : { maxAttempts: options.maxAttempts }),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
  };
}

function credentialsOf(options: S3StoreOptions): NonNullable<S3ClientConfig['credentials']> {
  if (options.roleArn === undefined) return fromNodeProviderChain();
  return assumedRole({
    roleArn: options.roleArn,
    region: options.region,
    ...(options.externalId === undefined ? {} : { externalId: options.externalId }),
  });
}
