import { createHash } from 'node:crypto';
import { sluiceEncoder } from '@sluice/parquet';
import { SluiceError } from '../errors.ts';
import type { FlushRules } from '../lake/flush-rules.ts';
import type { Lane } from '../lane/lane.ts';
import { LocalLane } from '../lane/local-lane.ts';
import { spillAboveBytes, spillRule } from '../lane/folder-spill.ts';
import { folderStaging, memoryStaging, patientStaging } from '../lane/staging.ts';
import { WorkerLane } from '../lane/worker-lane.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import type { RetryOptions } from '../store/retry.ts';
import { softwareVersion } from '../version.ts';
import type { LookRule } from './flush-span.ts';
import type { PipelineOptions } from './options.ts';

export interface LaneResources {
  readonly rules: FlushRules;
  readonly statistics: PipelineStatistics;
  readonly signal: AbortSignal;
  readonly stagingFolder: string | undefined;
  /** Whether objects of days that are over may stay open over a flush. */
  readonly holdsLate: boolean;
}

/** Records that a thread is given at once, in turn with the others: which ones are its own follows from their place alone. */
export const dealRule: LookRule = { records: 512, bytes: 256 * 1024 };

const mostLateText = 16 * 1024 * 1024;

/** Deals that a thread may have before it: one that it works on, and the next. */
const dealsAhead = 2;

/** The lanes of a pipeline: threads of their own where it asks for them, else one on this thread. */
export function openLanes(options: PipelineOptions, resources: LaneResources): readonly Lane[] {
  const threads = options.threads ?? 0;
  if (threads === 0) return [localLane(options, resources)];
  return Array.from({ length: threads }, (_, lane) => workerLane(options, resources, lane));
}

function localLane(
  options: PipelineOptions,
  { rules, statistics, signal, stagingFolder, holdsLate }: LaneResources,
): Lane {
  const { name: pipeline, connector, stream, config, catalogue, region, account, sources, log } = options;
  const encoder = options.encoder ?? sluiceEncoder;
  const staging = stagingFolder === undefined ? memoryStaging : folderStaging(stagingFolder);
  const retry: RetryOptions = {
    signal,
    onRetry: (error, waitMs) => log.warn(error.message, { pipeline, error_code: error.code, retry_in_ms: waitMs }),
  };
  return new LocalLane({
    pipeline,
    connector,
    stream,
    config,
    catalogue,
    region,
    account,
    sources,
    statistics,
    encoder,
    product: connector.product,
    maxMemoryBytes: rules.maxMemoryBytes,
    ...(holdsLate ? { late: { maxBytes: lateTextBytes(rules), maxObjectBytes: rules.maxObjectBytes } } : {}),
    ...spillRule({ folder: stagingFolder, aboveBytes: spillAboveBytes(rules, 1), retry }),
    sealer: {
      writer: pipeline,
      lane: 0,
      extension: encoder.extension,
      footer: footerOf(options),
      staging: patientStaging(staging, retry),
    },
  });
}

/** Late rows wait so that a trickle makes no small objects. What is read back from last month is none. */
function lateTextBytes({ maxMemoryBytes }: FlushRules): number {
  return Math.min(maxMemoryBytes / 4, mostLateText);
}

function workerLane(options: PipelineOptions, resources: LaneResources, lane: number): Lane {
  const { name: pipeline, connector, connectorUrl, stream, config, catalogue, region, account, sources, log } = options;
  const { stagingFolder, rules, statistics } = resources;
  if (connectorUrl === undefined || stagingFolder === undefined) {
    throw new SluiceError(
      'lane_failed',
      `Pipeline "${pipeline}" cannot use threads without \`connectorUrl\` and a state in a folder. Give both, or no \`threads\`.`,
    );
  }
  const setup = {
    pipeline,
    lane,
    connectorUrl,
    config,
    region,
    account,
    stagingFolder,
    connector: connector.name,
    stream: stream.name,
    release: catalogue.release,
    encoder: (options.encoder ?? sluiceEncoder).name,
    product: connector.product,
    sources: sources.map(({ store: _, ...source }) => source),
    maxMemoryBytes: rules.maxMemoryBytes,
    spillAboveBytes: spillAboveBytes(rules, options.threads ?? 1),
    footer: footerOf(options),
  };
  return new WorkerLane({ setup, statistics, log, looksAhead: dealsAhead * (options.threads ?? 1) });
}

function footerOf({ name, connector, stream, catalogue }: PipelineOptions): Readonly<Record<string, string>> {
  return {
    'sluice.pipeline': name,
    'sluice.connector': `${connector.name}@${connector.version}`,
    'sluice.stream': stream.name,
    'sluice.mapping': mappingOf(stream),
    'sluice.ocsf': catalogue.release,
    'sluice.version': softwareVersion(),
  };
}

/** Tells mappings apart that have the same version of their connector: by their columns and their code. */
function mappingOf(stream: PipelineOptions['stream']): string {
  const code = stream.map.toString();
  return createHash('sha256').update(JSON.stringify(stream.emits)).update(code).digest('hex').slice(0, 16);
}
