import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { assumedRole } from './assumed-role.ts';
import type { S3StoreOptions } from './s3-store.ts';

const defaultSilenceMs = 30_000;
const longestConnectMs = 10_000;

/** A client that is made anew when its session is over before its time: new providers look for new credentials. */
export class RenewedClient {
  readonly #options: S3StoreOptions;
  readonly #used: S3Client[] = [];
  #current: S3Client;

  constructor(options: S3StoreOptions) {
    this.#options = options;
    this.#current = s3Client(options);
  }

  get current(): S3Client {
    return this.#current;
  }

  /** `client` was told that its session has expired. Requests of others that are under way go on. */
  renew(client: S3Client): void {
    if (client !== this.#current) return;
    this.#used.push(client);
    this.#current = s3Client(this.#options);
    while (this.#used.length > 3) this.#used.shift()?.destroy();
  }

  close(): void {
    for (const client of [...this.#used, this.#current]) client.destroy();
  }
}

/** A client for the bucket of these options, with the credentials that they ask for. */
export function s3Client(options: S3StoreOptions): S3Client {
  return new S3Client(clientConfig(options));
}

function clientConfig(options: S3StoreOptions): S3ClientConfig {
  const silenceMs = options.silenceMs ?? defaultSilenceMs;
  const checksums = options.checksums === 'when_required' ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED';
  return {
    region: options.region,
    forcePathStyle: options.forcePathStyle ?? false,
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    requestHandler: { connectionTimeout: Math.min(silenceMs, longestConnectMs), socketTimeout: silenceMs },
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
