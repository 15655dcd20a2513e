import type { Connector, ConnectorLog, Stream } from '@sluice/connector';
import type { Encoder } from '@sluice/parquet';
import type { Catalogue } from '@sluice/ocsf';
import type { FlushRules } from '../lake/flush-rules.ts';
import type { CustomSource } from '../lake/source.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { StateStore } from '../state/state-store.ts';
import type { SpoolOptions } from '../spool/options.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import type { RejectStorm } from './reject-storm.ts';
import type { OnFlushStep } from './flush-steps.ts';

export interface PipelineOptions {
  /** Unique within the state store; part of every object's identity. */
  readonly name: string;
  readonly connector: Connector;
  // The configuration was parsed with this stream's own schema.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly stream: Stream<any, any>;
  /** The stream's configuration, parsed by `stream.config`. */
  readonly config: unknown;
  /** Account of events that name none of their own: twelve digits, or `external_<id>`. */
  readonly account: string;
  /** Region of the lake's bucket (not of the vendor). */
  readonly region: string;
  /** One for each class that the stream emits. */
  readonly sources: readonly CustomSource[];
  readonly store: ObjectStore;
  /** Where rejected records go. */
  readonly deadLetters: ObjectStore;
  readonly state: StateStore;
  readonly catalogue: Catalogue;
  readonly encoder?: Encoder;
  /**
   * Threads that map and encode. 0, the default, does it on the calling thread. Each thread makes objects of its own.
   * Needs `connectorUrl`, a configuration of plain data and a state in a folder.
   */
  readonly threads?: number;
  /** URL of the module that exports the connector, for threads to load it. */
  readonly connectorUrl?: string;
  readonly flush?: Partial<FlushRules>;
  /** A durable queue on disk in front of an input that pushes and cannot be read again. */
  readonly spool?: SpoolOptions;
  /** When so many records are rejected that going on would only fill the dead letters. Undefined: never. */
  readonly rejectStorm?: RejectStorm;
  readonly log: ConnectorLog;
  /** Abort to drain: inputs stop, what was received is stored and committed, and the run resolves. */
  readonly signal: AbortSignal;
  /** Longest drain. After it `runPipeline` rejects with `drain_timeout`. Default 60 s. */
  readonly drainForMs?: number;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  /** Milliseconds of a clock that only goes forward; the age of open objects is told by it. Default `performance.now`. */
  readonly steadyNow?: () => number;
  /** Wait while another process runs this pipeline, instead of rejecting with `state_locked`. Default false. */
  readonly waitForClaim?: boolean;
  /** An object to count in; make it with `newStatistics()`. */
  readonly statistics?: PipelineStatistics;
  /** Told of each object once it is stored. */
  readonly onStored?: (object: StoredObject) => void;
  /** Told of each step of a flush once it is durable; the flush waits for it. */
  readonly onStep?: OnFlushStep;
}

/** An object that is in the lake. */
export interface StoredObject {
  readonly source: string;
  readonly className: string;
  readonly account: string;
  readonly eventDay: string;
  readonly key: string;
  readonly rows: number;
  readonly byteLength: number;
  readonly minTime: number;
  readonly maxTime: number;
}
