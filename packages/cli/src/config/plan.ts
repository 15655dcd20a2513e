import type { Connector, Stream } from '@sluice/connector';
import type { CustomSource, EncoderName, FlushRules, RejectStorm, S3StoreOptions, SpoolOptions } from '@sluice/core';

/** Where objects go: a folder, or a bucket below a key prefix. */
export type Place =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'bucket'; readonly prefix: string; readonly options: S3StoreOptions };

/** A custom source, and the role to write it with where it has its own. */
export interface SourcePlan {
  readonly source: CustomSource;
  readonly role?: { readonly roleArn?: string; readonly externalId?: string };
}

export interface PipelinePlan {
  readonly name: string;
  readonly connector: Connector;
  // oxlint-disable-next-line typescript/no-explicit-any -- as in the contract: its configuration was parsed with its own schema
  readonly stream: Stream<any, any>;
  readonly config: unknown;
  readonly account: string;
  readonly sources: readonly SourcePlan[];
  readonly threads: number;
  readonly encoder: EncoderName;
  /** URL of the module that exports the connector: what a thread loads. */
  readonly connectorUrl: string;
  readonly flush: FlushRules;
  /** Absent where the pipeline has none. */
  readonly spool?: SpoolOptions;
}

/** What a configuration means: every path absolute, every name resolved, nothing left to check. */
export interface RunPlan {
  readonly lake: Place;
  readonly region: string;
  readonly deadLetters: Place;
  /** Where positions are kept, and objects that wait to be stored. */
  readonly state: Place;
  readonly drainForMs: number;
  /** Absent where no storm stops a pipeline. */
  readonly rejectStorm?: RejectStorm;
  /** Where metrics and health are served, if anywhere. */
  readonly metrics?: { readonly host: string; readonly port: number };
  readonly pipelines: readonly PipelinePlan[];
}
