import {
  BatchBuilder,
  contractVersion,
  type Batch,
  type Connector,
  type ConfigSchema,
  type MapResult,
  type Outcome,
  type Stream,
  type UnitPart,
} from '@sluice/connector';
import type { PipelineOptions } from './options.ts';
import { line } from './list-connector.fixture.ts';

/** A part of a message as it is delivered: its lines `[from, to)` of so many. */
export interface Delivery {
  readonly id: string;
  readonly from?: number;
  readonly to?: number;
  readonly of: number;
}

/** Configuration of the queue connector: batches of deliveries, and what becomes of them. */
export interface QueueConfig {
  readonly batches: readonly (readonly Delivery[])[];
  readonly before?: (batch: number) => Promise<void> | void;
  readonly onSettled?: (batch: number, outcome: Outcome) => void;
}

const anything: ConfigSchema<QueueConfig> = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) => ({ value: value as QueueConfig }),
    jsonSchema: { input: () => ({}), output: () => ({}) },
  },
};

/** Gives out messages as its configuration says. The lines of message `a` are `a/0`, `a/1`… */
const stream: Stream<QueueConfig, 'json'> = {
  name: 'messages',
  description: 'Messages of a queue',
  config: anything,
  delivery: 'at-least-once',
  shared: true,
  format: 'json',
  emits: [{ class: 'base_event', profiles: ['cloud'], columns: ['cloud.provider', 'cloud.account.uid'] }],
  async *read({ config, now, signal }) {
    for (const [index, deliveries] of config.batches.entries()) {
      await config.before?.(index);
      if (signal.aborted) return;
      yield batchOf(deliveries, now(), async (outcome) => config.onSettled?.(index, outcome));
    }
  },
  map: (record): MapResult => record as MapResult,
};

function batchOf(deliveries: readonly Delivery[], receivedAt: number, settle: NonNullable<Batch['settle']>): Batch {
  const builder = new BatchBuilder();
  const units = deliveries.map(({ id, from = 0, of, to = of }): UnitPart => {
    for (let index = from; index < to; index++) {
      const text = Buffer.from(line(`${id}/${index}`));
      builder.add(text, 0, text.length, { transport: 'queue' });
    }
    return { id, firstRecord: from, records: to - from, isLast: to === of };
  });
  return { ...builder.take({ receivedAt, settle }), units };
}

export const queueConnector: Connector = {
  contract: contractVersion,
  name: 'queue',
  version: '1.0.0',
  stability: 'development',
  product: { vendor_name: 'Example', name: 'Queue' },
  ocsf: '1.3.0',
  streams: [stream],
};

export const queueStream: PipelineOptions['stream'] = stream;
