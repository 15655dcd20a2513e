import { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient, type IAMClientConfig } from '@aws-sdk/client-iam';
import { SecurityLakeClient } from '@aws-sdk/client-securitylake';
import PQueue from 'p-queue';

export interface ControlPlaneOptions {
  readonly region: string;
  /** Default: AWS's standard chain. */
  readonly credentials?: NonNullable<IAMClientConfig['credentials']>;
  /** Of all three services, for an emulator. Default: AWS, or what `AWS_ENDPOINT_URL…` says. */
  readonly endpoint?: string;
  /** Tries of the SDK itself for one request. Default 3. It does not try again on Conflict; Sluice does. */
  readonly maxAttempts?: number;
}

/** The services that a custom source of one region is managed with. Whoever opens it closes it. */
export interface ControlPlane {
  readonly region: string;
  readonly securityLake: SecurityLakeClient;
  readonly glue: GlueClient;
  readonly iam: IAMClient;
  /** Runs changes one after the other: Security Lake answers changes at the same time with Conflict. */
  change<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): void;
}

export function openControlPlane({ region, credentials, endpoint, maxAttempts }: ControlPlaneOptions): ControlPlane {
  const config = {
    region,
    ...(credentials === undefined ? {} : { credentials }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
  };
  const securityLake = new SecurityLakeClient(config);
  const glue = new GlueClient(config);
  const iam = new IAMClient(config);
  const changes = new PQueue({ concurrency: 1 });
  return {
    region,
    securityLake,
    glue,
    iam,
    change: (work) => changes.add(work),
    close() {
      for (const client of [securityLake, glue, iam]) client.destroy();
    },
  };
}
