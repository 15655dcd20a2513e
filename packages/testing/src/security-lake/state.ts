import type { AwsSourceName, Identity, SourceReference } from './constraints.ts';

export interface DataLake {
  readonly region: string;
  readonly encryptionConfiguration?: { readonly kmsKeyId?: string | undefined } | undefined;
  readonly lifecycleConfiguration?: object | undefined;
  readonly replicationConfiguration?: object | undefined;
  readonly wasUpdated?: boolean;
}

export interface RegisteredSource {
  readonly region: string;
  readonly sourceName: string;
  readonly sourceVersion: string | undefined;
  readonly eventClasses: readonly string[];
  readonly crawlerRoleArn: string;
  readonly identity: Identity;
}

export interface AwsSource {
  readonly account: string;
  readonly region: string;
  readonly sourceName: AwsSourceName;
  readonly sourceVersion: string;
}

export type Notification =
  | { readonly kind: 'sqs' }
  | { readonly kind: 'https'; readonly endpoint: string; readonly httpMethod: 'POST' | 'PUT' };

export interface Subscriber {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly identity: Identity;
  readonly sources: readonly SourceReference[];
  readonly accessTypes: readonly ('S3' | 'LAKEFORMATION')[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly notification?: Notification | undefined;
}

interface Crawler {
  readonly region: string;
  readonly name: string;
  readonly roleArn: string;
  readonly state: 'READY' | 'RUNNING';
}

/** A role of IAM: one that somebody created, or the provider role of a custom source. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trust: string;
  readonly attached: Set<string>;
  readonly inline: Map<string, string>;
}

export interface LakeException {
  readonly region: string;
  readonly exception: string;
  readonly remediation: string;
  readonly timestamp: string;
}

interface AutoEnabled {
  readonly region: string;
  readonly sources: readonly {
    readonly sourceName?: AwsSourceName | undefined;
    readonly sourceVersion?: string | undefined;
  }[];
}

export interface ExceptionSubscription {
  readonly subscriptionProtocol: string;
  readonly notificationEndpoint: string;
  readonly exceptionTimeToLive: number | undefined;
}

/** All that the emulated service remembers, of one account. Keys begin with the region where there is one. */
export interface LakeState {
  readonly dataLakes: Map<string, DataLake>;
  readonly customSources: Map<string, RegisteredSource>;
  /** They outlive their source, as Glue's do: Security Lake cannot delete a crawler. */
  readonly crawlers: Map<string, Crawler>;
  readonly roles: Map<string, Role>;
  /** Names of roles by the access keys of their sessions. */
  readonly sessions: Map<string, string>;
  readonly awsSources: Map<string, AwsSource>;
  readonly subscribers: Map<string, Subscriber>;
  readonly exceptions: LakeException[];
  readonly tags: Map<string, Map<string, string>>;
  exceptionSubscription: ExceptionSubscription | undefined;
  autoEnabled: readonly AutoEnabled[] | undefined;
  delegate: string | undefined;
}

export function newState(): LakeState {
  return {
    dataLakes: new Map(),
    customSources: new Map(),
    crawlers: new Map(),
    roles: new Map(),
    sessions: new Map(),
    awsSources: new Map(),
    subscribers: new Map(),
    exceptions: [],
    tags: new Map(),
    exceptionSubscription: undefined,
    autoEnabled: undefined,
    delegate: undefined,
  };
}
