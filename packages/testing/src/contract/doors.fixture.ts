import {
  BatchBuilder,
  reject,
  StreamError,
  type Batch,
  type Connector,
  type Cursor,
  type MapResult,
  type ReadContext,
} from '@sluice/connector';
import { secret } from '@sluice/connector/zod';
import * as z from 'zod';
import type { AnyStream } from '../stream-under-test.ts';
import type { Upstream } from './upstream.ts';

/** Upstreams in memory by their number: what has been fed, and how far it was read. */
interface Log {
  records: string[];
  taken: number;
  isGone: boolean;
  wake: (() => void)[];
}

const pageSize = 5;

/** A connector that keeps the standard, and its upstream; every test has one of its own, to break. */
export interface Doors {
  readonly connector: Connector;
  readonly stream: AnyStream;
  readonly upstream: Upstream;
  /** The same connector, its stream with something else in it. */
  with(other: Partial<AnyStream>): Connector;
}

export const doorsConfig: z.ZodObject<{ log: z.ZodInt; token: z.ZodString }, z.core.$strict> = z.strictObject({
  log: z.int().describe('Number of the log.'),
  token: secret().describe('Lets in.'),
});

type Config = z.output<typeof doorsConfig>;

export function doors(): Doors {
  const logs: Log[] = [];
  const stream: AnyStream = {
    name: 'doors',
    description: 'Doors that were opened.',
    config: doorsConfig,
    delivery: 'at-least-once',
    format: 'json',
    emits: [{ class: 'base_event', profiles: [], columns: ['message'] }],
    read: (context: ReadContext<Config>) => readLog(logs, context, (position) => position),
    map: mapDoor,
  };
  const connectorOf = (only: AnyStream): Connector => ({
    contract: 1,
    name: 'doors',
    version: '1.0.0',
    stability: 'development',
    product: { vendor_name: 'Example', name: 'Doors' },
    ocsf: '1.3.0',
    streams: [only],
  });
  return {
    connector: connectorOf(stream),
    stream,
    upstream: upstreamOf(logs),
    with: (other) => connectorOf({ ...stream, ...other }),
  };
}

/** Reads a log a page at a time; `cursorOf` says what the position becomes. */
export async function* readLog(
  logs: readonly Log[],
  { config, cursor, signal, now, log: say }: ReadContext<Config>,
  cursorOf: (position: number) => Cursor,
): AsyncGenerator<Batch> {
  const log = logs[config.log];
  if (log === undefined) return;
  for (let position = typeof cursor === 'number' ? cursor : 0; !signal.aborted;) {
    if (log.isGone)
      throw new StreamError('upstream_unreachable', 'the log is gone', { retryable: true, retryAfterMs: 5 });
    const page = log.records.slice(position, position + pageSize);
    if (page.length === 0) {
      await untilFed(log, signal);
      continue;
    }
    const builder = new BatchBuilder();
    for (const record of page) builder.add(Buffer.from(record), 0, Buffer.byteLength(record), { transport: 'test' });
    position += page.length;
    log.taken = Math.max(log.taken, position);
    say.debug('read a page', { position });
    yield builder.take({ receivedAt: now(), cursor: cursorOf(position) });
  }
}

export function mapDoor(record: unknown): MapResult {
  const { door } = typeof record === 'object' && record !== null ? (record as { door?: unknown }) : {};
  if (typeof door !== 'string') return reject('no_door');
  return { class_uid: 0, activity_id: 0, severity_id: 1, time: 1_768_478_400_000, message: door };
}

function upstreamOf(logs: Log[]): Upstream {
  return {
    record: (marker) => JSON.stringify({ door: marker }),
    async start() {
      const log: Log = { records: [], taken: 0, isGone: false, wake: [] };
      logs.push(log);
      const wake = (): void => {
        for (const one of log.wake.splice(0)) one();
      };
      return {
        config: { log: logs.length - 1, token: 'open-sesame-1' },
        feed(records) {
          log.records.push(...records);
          wake();
          return Promise.resolve();
        },
        taken: () => log.taken,
        stop() {
          log.isGone = true;
          wake();
          return Promise.resolve();
        },
      };
    },
  };
}

function untilFed(log: Log, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  log.wake.push(resolve);
  signal.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
