import type { Batch, ConnectorLog, Outcome, Stream } from '@sluice/connector';

export interface Receiving {
  readonly url: string;
  /** Records taken so far, as text. */
  readonly records: readonly string[];
  readonly batches: readonly Batch[];
  /** Ends the reading, and waits for it. */
  stop(): Promise<void>;
}

/** Runs a stream that listens, takes its batches and settles each with what `outcome` says. */
export async function receive<Config>(
  stream: Stream<Config>,
  written: Record<string, unknown>,
  outcome: () => Promise<Outcome> = () => Promise.resolve({ kind: 'stored' }),
): Promise<Receiving> {
  const config = await stream.config['~standard'].validate({ port: 0, ...written });
  if (config.issues !== undefined) throw new Error(JSON.stringify(config.issues));
  const stop = new AbortController();
  const listening = Promise.withResolvers<number>();
  const ignore = (): void => undefined;
  const info: ConnectorLog['info'] = (message, fields) => {
    if (message === 'listening') listening.resolve(Number(fields?.['port']));
  };
  const records: string[] = [];
  const batches: Batch[] = [];
  const run = async (): Promise<void> => {
    const log = { debug: ignore, info, warn: ignore, error: ignore };
    const context = { config: config.value, signal: stop.signal, log, now: () => 1_768_478_400_000 };
    for await (const batch of stream.read({ ...context, reportBacklog: ignore, reportDropped: ignore })) {
      batches.push(batch);
      records.push(...textsOf(batch));
      void outcome().then((result) => batch.settle?.(result));
    }
  };
  const running = run();
  const port = await Promise.race([listening.promise, running.then(() => Promise.reject(new Error('ended at once')))]);
  return {
    url: `http://127.0.0.1:${port}`,
    records,
    batches,
    stop: async () => {
      stop.abort();
      await running;
    },
  };
}

function textsOf({ bytes, bounds }: Batch): readonly string[] {
  return Array.from({ length: bounds.length / 2 }, (_, record) =>
    Buffer.from(bytes.subarray(bounds[2 * record], bounds[2 * record + 1])).toString(),
  );
}
