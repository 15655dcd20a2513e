import {
  BatchBuilder,
  contractVersion,
  reject,
  skip,
  type Batch,
  type Connector,
  type ConfigSchema,
  type MapResult,
  type ReadContext,
  type Stream,
} from '@sluice/connector';
import type { PipelineOptions } from './options.ts';

/** Configuration of the list connector: a script of what its `read` does. */
export interface ListConfig {
  /** Lines of each batch; the cursor counts lines. */
  readonly batches: readonly (readonly string[])[];
  /** Called before each batch with the index of its first line; may throw or wait. */
  readonly before?: (line: number, context: ReadContext<ListConfig>) => Promise<void> | void;
  readonly settle?: Batch['settle'];
  /** Cursor of a batch without lines. */
  readonly cursorOfEmpty?: string;
  /** Whether it says the position after each record, too. */
  readonly saysEach?: boolean;
  /** Whether it says positions; without, it is an upstream that cannot be read again. */
  readonly replayable?: boolean;
}

const anything: ConfigSchema<ListConfig> = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) => ({ value: value as ListConfig }),
    jsonSchema: { input: () => ({}), output: () => ({}) },
  },
};

/** Reads lines from its configuration. A line is JSON: the event, or `{ "skip": … }`, `{ "reject": … }`, `{ "throw": … }`. */
const stream: Stream<ListConfig, 'json'> = {
  name: 'lines',
  description: 'Lines of a list',
  config: anything,
  delivery: 'at-least-once',
  format: 'json',
  emits: [
    { class: 'base_event', profiles: ['cloud'], columns: ['cloud.provider', 'cloud.account.uid'] },
    { class: 'authentication', profiles: [], columns: ['user.name', 'src_endpoint.ip'] },
  ],
  async *read(context) {
    const { config, cursor, signal } = context;
    const done = typeof cursor === 'number' ? cursor : 0;
    let read = 0;
    for (const lines of config.batches) {
      const first = read;
      read += lines.length;
      if (lines.length === 0 && config.cursorOfEmpty !== undefined) {
        yield new BatchBuilder().take({ receivedAt: context.now(), cursor: config.cursorOfEmpty });
      }
      if (read <= done) continue;
      await config.before?.(first, context);
      if (signal.aborted) return;
      const builder = new BatchBuilder();
      const rest = lines.slice(Math.max(0, done - first));
      for (const text of rest) builder.add(Buffer.from(text), 0, Buffer.byteLength(text), { transport: 'list' });
      const end = read;
      const begin = end - rest.length;
      yield builder.take({
        receivedAt: context.now(),
        ...(config.replayable === false ? {} : { cursor: end }),
        ...(config.saysEach === true ? { cursorAt: (record: number) => begin + record + 1 } : {}),
        ...(config.settle === undefined ? {} : { settle: config.settle }),
      });
    }
  },
  map(record): MapResult {
    const value = record as { skip?: string; reject?: string; throw?: string; events?: MapResult };
    if (value.skip !== undefined) return skip(value.skip);
    if (value.reject !== undefined) return reject(value.reject, 'because');
    if (value.throw !== undefined) throw new TypeError(value.throw);
    return value.events ?? (value as MapResult);
  },
};

export const listConnector: Connector = {
  contract: contractVersion,
  name: 'list',
  version: '1.2.3',
  stability: 'development',
  product: { vendor_name: 'Example', name: 'List' },
  ocsf: '1.3.0',
  streams: [stream],
};

export const listStream: PipelineOptions['stream'] = stream;

const tenOClock = Date.parse('2026-03-01T10:00:00Z');

/** A base event at a time, as a line. */
export function line(message: string, time: number = tenOClock, more: object = {}): string {
  return JSON.stringify({
    class_uid: 0,
    activity_id: 0,
    severity_id: 1,
    time,
    message,
    metadata: { profiles: [] },
    ...more,
  });
}
