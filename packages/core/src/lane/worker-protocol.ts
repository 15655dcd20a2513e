import type { Batch, ConnectorLog } from '@sluice/connector';
import type { CustomSource } from '../lake/source.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import type { LaneLoad, SealedObject, SealOrder } from './lane.ts';

/** What a lane on a thread of its own is made from: everything that a pipeline's options say, as plain data. */
export interface WorkerSetup {
  readonly pipeline: string;
  readonly lane: number;
  /** Module that exports the connector, as a URL. The worker loads it, so that `map` needs not cross. */
  readonly connectorUrl: string;
  readonly connector: string;
  readonly stream: string;
  readonly config: unknown;
  readonly release: string;
  readonly encoder: string;
  readonly region: string;
  readonly account: string;
  readonly product: { readonly vendor_name: string; readonly name: string };
  readonly sources: readonly Omit<CustomSource, 'store'>[];
  readonly maxMemoryBytes: number;
  /** Memory of this lane's open rows from which on they are spilled. */
  readonly spillAboveBytes: number | undefined;
  readonly footer: Readonly<Record<string, string>>;
  readonly stagingFolder: string;
}

/** A batch without what only the reader's thread needs. */
export type WireBatch = Pick<Batch, 'bytes' | 'bounds' | 'receivedAt' | 'origins' | 'originOf' | 'cursor'>;

export type ToWorker =
  | { readonly kind: 'take'; readonly batch: WireBatch }
  | { readonly kind: 'seal'; readonly id: number; readonly order: SealOrder }
  | { readonly kind: 'close' };

/** What is passed on of an error: class instances do not cross threads. */
export interface WireError {
  readonly message: string;
  readonly code?: string;
  readonly retryable?: boolean;
}

export type FromWorker =
  | {
      readonly kind: 'taken';
      readonly load: LaneLoad;
      /** Seals begun before this: tells a load of the next generation from one of the last. */
      readonly seals: number;
      readonly statistics: PipelineStatistics;
    }
  | { readonly kind: 'sealed'; readonly id: number; readonly objects: readonly SealedObject[] }
  | { readonly kind: 'failed'; readonly id?: number; readonly error: WireError }
  | {
      readonly kind: 'log';
      readonly level: keyof ConnectorLog;
      readonly message: string;
      readonly fields?: Readonly<Record<string, unknown>>;
    };
