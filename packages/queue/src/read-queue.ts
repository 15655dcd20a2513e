import type { Batch, Outcome, ReadContext } from '@sluice/connector';
import { openClients } from './clients.ts';
import type { QueueConfig } from './config.ts';
import { Flights } from './flights.ts';
import { Handoff } from './handoff.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import type { Parcel } from './parcel.ts';
import { receiveMessages } from './receive.ts';
import { Worker } from './worker.ts';
import type { QueueReading, Workplace } from './workplace.ts';

/**
 * The records of a queue's messages, or of the objects that they name.
 *
 * A message is hidden from other readers while anything of it is at work, deleted once all of it is stored, and released
 * where storing failed. What cannot be read is tried `give_up_after` times and then becomes a record that
 * `rejectProblem` turns into a dead letter. Each batch says in `units` what it came from.
 */
export async function* readQueue(
  context: ReadContext<QueueConfig>,
  reading: QueueReading,
): AsyncGenerator<Batch, void, undefined> {
  if (context.signal.aborted) return;
  const { config, now, log } = context;
  const clients = reading.clients ?? openClients(config);
  const mailbox = openMailbox(clients.sqs, config);
  const flights = new Flights({
    mailbox,
    visibilityMs: config.visibility_timeout,
    maxInFlight: config.max_in_flight,
    now,
    log,
    onIdle: () => (reading.clients === undefined ? clients.close() : undefined),
  });
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const parcels = new Handoff<Parcel>(config.concurrency);
  const batches = new Handoff<Batch>(config.concurrency);
  const finish = (): void => {
    parcels.end();
    batches.end();
  };
  signal.addEventListener('abort', finish, { once: true });
  const work = run(
    {
      context: { ...context, signal },
      reading,
      clients,
      flights,
      parcels,
      batches,
      readableBuckets: new Set<string>(),
    },
    mailbox,
  );
  try {
    for (let batch = await batches.take(); batch !== undefined; batch = await batches.take()) {
      if (context.signal.aborted) await batch.settle?.(notTaken);
      else yield batch;
    }
  } finally {
    stop.abort();
    finish();
    for (const batch of batches.drain()) await batch.settle?.(notTaken);
    for (const parcel of parcels.drain()) for (const flight of parcel.flights) flight.release(0);
    await work;
    flights.close();
  }
}

const notTaken: Outcome = { kind: 'failed', error: new Error('the reader was stopped') };

/** Runs the receiver and the workers; what fails for good ends the reader, after what was read. */
async function run(place: Workplace, mailbox: Mailbox): Promise<void> {
  const { parcels, batches, context } = place;
  const fail = (error: unknown): void => {
    parcels.end();
    if (!context.signal.aborted) batches.end(error instanceof Error ? error : new Error(String(error)));
  };
  const tasks = Array.from({ length: context.config.concurrency }, () => new Worker(place).run());
  await Promise.all([receiveMessages(place, mailbox), ...tasks].map((task) => task.catch(fail)));
}
