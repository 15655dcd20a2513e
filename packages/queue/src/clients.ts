import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { QueueConfig, QueueCredentials } from './config.ts';

/** The connections to a queue and to the buckets that its messages name. */
export interface Clients {
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly close: () => void;
}

export function openClients(config: QueueConfig): Clients {
  const region = config.region ?? regionOf(config.queue_url) ?? process.env['AWS_REGION'] ?? 'us-east-1';
  const credentials = credentialsOf(config.credentials, region);
  const sqs = new SQSClient({
    region,
    credentials,
    // The queue's URL names its server, unless another one is asked for.
    endpoint: config.sqs_endpoint ?? new URL(config.queue_url).origin,
    useQueueUrlAsEndpoint: false,
  });
  const s3 = new S3Client({
    region,
    credentials,
    // Objects may lie in another region than the queue.
    followRegionRedirects: true,
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...endpoint(config.s3_endpoint),
    forcePathStyle: config.s3_endpoint !== undefined,
  });
  return {
    sqs,
    s3,
    close() {
      sqs.destroy();
      s3.destroy();
    },
  };
}

/** `eu-central-1` of `https://sqs.eu-central-1.amazonaws.com/…`. */
function regionOf(queueUrl: string): string | undefined {
  return /^https?:\/\/(?:sqs[.-])?([a-z]{2}(?:-[a-z]+)+-\d)\b/.exec(queueUrl)?.[1];
}

function endpoint(url: string | undefined): { readonly endpoint?: string } {
  return url === undefined ? {} : { endpoint: url };
}

type Credentials = NonNullable<S3ClientConfig['credentials']>;

function credentialsOf(given: QueueCredentials | undefined, region: string): Credentials {
  const keys = keysOf(given);
  if (given?.role_arn === undefined) return keys ?? fromNodeProviderChain();
  return fromTemporaryCredentials({
    clientConfig: { region },
    ...(keys === undefined ? {} : { masterCredentials: keys }),
    params: {
      RoleArn: given.role_arn,
      RoleSessionName: 'sluice',
      ...(given.external_id === undefined ? {} : { ExternalId: given.external_id }),
    },
  });
}

function keysOf(given: QueueCredentials | undefined): Credentials | undefined {
  if (given?.access_key_id === undefined || given.secret_access_key === undefined) return undefined;
  return {
    accessKeyId: given.access_key_id,
    secretAccessKey: given.secret_access_key,
    ...(given.session_token === undefined ? {} : { sessionToken: given.session_token }),
  };
}
