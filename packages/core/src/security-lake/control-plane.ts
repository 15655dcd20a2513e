import { AthenaClient } from '@aws-sdk/client-athena';
import { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient, type IAMClientConfig } from '@aws-sdk/client-iam';
import { SecurityLakeClient } from '@aws-sdk/client-securitylake';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import PQueue from 'p-queue';

type Credentials = NonNullable<IAMClientConfig['credentials']>;

export interface ControlPlaneOptions {
  readonly region: string;
  /** Default: AWS's standard chain. */
  readonly credentials?: Credentials;
  /** Of each service, for emulators. Default: AWS, or what `AWS_ENDPOINT_URL…` says. */
  readonly endpoints?: {
    readonly securityLake?: string;
    readonly glue?: string;
    readonly iam?: string;
    readonly sts?: string;
    readonly athena?: string;
    readonly sqs?: string;
  };
  /** Tries of the SDK itself for one request. Default 3. It does not try again on Conflict; Sluice does. */
  readonly maxAttempts?: number;
}

interface PlaneConfig {
  readonly region: string;
  readonly credentials?: Credentials;
  readonly endpoint?: string;
  readonly maxAttempts?: number;
}

/** The services that a custom source of one region is managed with. Whoever opens it closes it. */
export interface ControlPlane {
  readonly region: string;
  readonly securityLake: SecurityLakeClient;
  readonly glue: GlueClient;
  readonly iam: IAMClient;
  readonly sts: STSClient;
  readonly athena: AthenaClient;
  readonly sqs: SQSClient;
  /** Runs changes one after the other: Security Lake answers changes at the same time with Conflict. */
  change<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): void;
}

export function openControlPlane({
  region,
  credentials,
  endpoints = {},
  maxAttempts,
}: ControlPlaneOptions): ControlPlane {
  const config = (endpoint: string | undefined): PlaneConfig => ({
    region,
    ...(credentials === undefined ? {} : { credentials }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
  });
  const securityLake = new SecurityLakeClient(config(endpoints.securityLake));
  const glue = new GlueClient(config(endpoints.glue));
  const iam = new IAMClient(config(endpoints.iam));
  const sts = new STSClient(config(endpoints.sts));
  const athena = new AthenaClient(config(endpoints.athena));
  const sqs = new SQSClient(config(endpoints.sqs));
  const changes = new PQueue({ concurrency: 1 });
  return {
    region,
    securityLake,
    glue,
    iam,
    sts,
    athena,
    sqs,
    change: (work) => changes.add(work),
    close() {
      for (const client of [securityLake, glue, iam, sts, athena, sqs]) client.destroy();
    },
  };
}
