import type { Batch, ReadContext } from '@sluice/connector';
import { messagesConfig, type MessagesConfig } from './config.ts';
import { readMessages } from './read.ts';

/** A stream that is listening, for tests: what it logged, dropped and received so far. */
export interface Listening {
  /** Ports in the order of `listen`; 0 for Unix sockets. */
  readonly ports: readonly number[];
  readonly messages: readonly string[];
  readonly batches: readonly Batch[];
  readonly dropped: ReadonlyMap<string, number>;
  readonly logged: readonly string[];
  /** What was logged with this message, each time. */
  fields(message: string): readonly Readonly<Record<string, unknown>>[];
  /** Waits until this many messages came, or fails after five seconds. */
  received(count: number): Promise<readonly string[]>;
  /** Aborts and waits for the end; gives all messages. */
  stop(): Promise<readonly string[]>;
}

export interface ListeningOptions {
  /** Awaited before each batch is pulled: a slow lake. */
  readonly beforePull?: () => Promise<void>;
}

/** Starts `readMessages` with what a user would write; resolves when all sockets listen. */
export async function startListening(config: object, options: ListeningOptions = {}): Promise<Listening> {
  const abort = new AbortController();
  const ports: number[] = [];
  const messages: string[] = [];
  const batches: Batch[] = [];
  const dropped = new Map<string, number>();
  const logged: string[] = [];
  const entries: (readonly [message: string, fields: Readonly<Record<string, unknown>>])[] = [];
  const { promise: ready, resolve: isReady, reject: failed } = Promise.withResolvers<void>();
  const parsed = parseConfig(config);
  const log = (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    logged.push(message);
    entries.push([message, fields]);
    if (message !== 'listening') return;
    ports.push(Number(fields['port'] ?? 0));
    if (ports.length === parsed.listen.length) isReady();
  };
  const context: ReadContext<MessagesConfig> = {
    config: parsed,
    signal: abort.signal,
    log: { debug: log, info: log, warn: log, error: log },
    now: Date.now,
    reportBacklog: () => {},
    reportDropped: (reason, records) => void dropped.set(reason, (dropped.get(reason) ?? 0) + records),
  };
  const running = (async () => {
    for await (const batch of readMessages(context)) {
      batches.push(batch);
      messages.push(...textsOf(batch));
      await options.beforePull?.();
    }
  })();
  running.catch(failed);
  await ready;
  return {
    ports,
    messages,
    batches,
    dropped,
    logged,
    fields: (message) => entries.filter(([own]) => own === message).map(([, fields]) => fields),
    async received(count) {
      for (let waited = 0; messages.length < count; waited += 5) {
        if (waited > 5000) throw new Error(`Expected ${count} messages, have ${messages.length}.`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return messages;
    },
    async stop() {
      abort.abort();
      await running;
      return messages;
    },
  };
}

export function parseConfig(config: object): MessagesConfig {
  const result = messagesConfig['~standard'].validate(config);
  if (result instanceof Promise || result.issues !== undefined) throw new Error(JSON.stringify(result));
  return result.value;
}

function textsOf(batch: Batch): string[] {
  const bytes = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.byteLength);
  const texts: string[] = [];
  for (let record = 0; record < batch.bounds.length / 2; record += 1) {
    texts.push(bytes.toString('utf8', batch.bounds[2 * record], batch.bounds[2 * record + 1]));
  }
  return texts;
}
