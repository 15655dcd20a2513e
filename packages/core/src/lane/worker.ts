import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Batch, Connector, ConnectorLog } from '@sluice/connector';
import { isRelease, loadCatalogue } from '@sluice/ocsf';
import { encoders, isEncoderName } from '../lake/encoders.ts';
import { SluiceError } from '../errors.ts';
import { newStatistics } from '../telemetry.ts';
import { LocalLane } from './local-lane.ts';
import type { RetryOptions } from '../store/retry.ts';
import { spillRule } from './folder-spill.ts';
import { folderStaging, patientStaging } from './staging.ts';
import type { FromWorker, ToWorker, WireError, WorkerSetup, WireBatch } from './worker-protocol.ts';

/** The thread of a lane: takes batches in order, one at a time, and makes objects when asked to. */
async function main(port: MessagePort, setup: WorkerSetup): Promise<void> {
  const post = (message: FromWorker): void => port.postMessage(message);
  const statistics = newStatistics();
  const lane = await openLane(setup, statistics, post);
  let work: Promise<void> = Promise.resolve();
  let seals = 0;
  const inOrder = (task: () => Promise<void>): void => {
    work = work.then(task).catch((error: unknown) => post({ kind: 'failed', error: wireError(error) }));
  };
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'take':
        inOrder(async () => {
          await takeWhole(lane, message.batch);
          post({ kind: 'taken', load: lane.load, seals, statistics });
        });
        break;
      case 'seal':
        inOrder(async () => {
          // What was open is closed at once; encoding it goes on beside the batches that come next.
          seals++;
          const sealing = lane.seal(message.order);
          sealing.then(
            (objects) => post({ kind: 'sealed', id: message.id, objects }),
            (error: unknown) => post({ kind: 'failed', id: message.id, error: wireError(error) }),
          );
        });
        break;
      case 'close':
        port.close();
        break;
    }
  });
}

/** Records after which memory is looked at, and spilled where it is full. */
const sliceRecords = 128;

async function takeWhole(lane: LocalLane, wire: WireBatch): Promise<void> {
  const { cursor } = wire;
  // What knows the position of each record stays on the reader's thread; dead letters get that of their batch.
  const batch: Batch = cursor === undefined ? wire : { ...wire, cursorAt: () => cursor };
  const records = batch.bounds.length / 2;
  for (let from = 0; from < records; from += sliceRecords) {
    await lane.take(batch, from, Math.min(from + sliceRecords, records));
  }
}

async function openLane(
  setup: WorkerSetup,
  statistics: ReturnType<typeof newStatistics>,
  post: (message: FromWorker) => void,
): Promise<LocalLane> {
  const { pipeline, region, account, product, sources, maxMemoryBytes, config, release } = setup;
  const connector = await connectorOf(setup);
  const stream = connector.streams.find(({ name }) => name === setup.stream);
  const encoder = isEncoderName(setup.encoder) ? encoders[setup.encoder] : undefined;
  if (stream === undefined || encoder === undefined || !isRelease(release)) {
    throw new Error(
      `the thread knows no stream "${setup.stream}", encoder "${setup.encoder}" or OCSF release "${release}"`,
    );
  }
  const log = (level: keyof ConnectorLog) => (message: string, fields?: Readonly<Record<string, unknown>>) =>
    post({ kind: 'log', level, message, ...(fields === undefined ? {} : { fields }) });
  const retry: RetryOptions = {
    onRetry: (error, waitMs) => log('warn')(error.message, { error_code: error.code, retry_in_ms: waitMs }),
  };
  const staging = patientStaging(folderStaging(setup.stagingFolder), retry);
  return new LocalLane({
    pipeline,
    connector,
    stream,
    config,
    region,
    account,
    product,
    sources,
    statistics,
    encoder,
    maxMemoryBytes,
    ...spillRule({ folder: setup.stagingFolder, aboveBytes: setup.spillAboveBytes, retry }),
    catalogue: loadCatalogue(release),
    sealer: { writer: pipeline, lane: setup.lane, extension: encoder.extension, footer: setup.footer, staging },
  });
}

async function connectorOf({ connectorUrl, connector }: WorkerSetup): Promise<Connector> {
  const module: unknown = await import(connectorUrl);
  const exported = Object.values(module as Record<string, unknown>);
  const found = exported.find((value) => isConnectorNamed(value, connector));
  if (found === undefined) throw new Error(`${connectorUrl} exports no connector "${connector}"`);
  return found as Connector;
}

function isConnectorNamed(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && 'streams' in value && 'name' in value && value.name === name;
}

function wireError(error: unknown): WireError {
  if (error instanceof SluiceError) return { message: error.message, code: error.code, retryable: error.retryable };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

if (parentPort !== null) await main(parentPort, workerData as WorkerSetup);
