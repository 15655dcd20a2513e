import { readAnnouncement } from './announcement.ts';
import type { Flight } from './flight.ts';
import type { Mailbox } from './mailbox.ts';
import type { Parcel } from './parcel.ts';
import type { Workplace } from './workplace.ts';

/** Receives messages as long as there is room for them, and lays them out for the workers. */
export async function receiveMessages(place: Workplace, mailbox: Mailbox): Promise<void> {
  const { context, flights, parcels, reading } = place;
  const { signal, config } = context;
  // Where each message is much work, no more are taken than can be worked at: others may share the queue.
  const most = reading.content === 'objects' ? config.concurrency : 10;
  while (!signal.aborted) {
    await flights.room(signal);
    if (signal.aborted) return;
    const messages = await mailbox.receive(Math.min(most, config.max_in_flight - flights.size), signal);
    const received = messages.map((message) => flights.begin(message));
    for (const parcel of parcelsOf(received, place)) {
      if (await parcels.put(parcel)) continue;
      for (const flight of parcel.flights) flight.release(0);
    }
  }
}

function parcelsOf(received: readonly Flight[], { reading }: Workplace): readonly Parcel[] {
  const parcels: Parcel[] = [];
  const flights: Flight[] = [];
  const texts: string[] = [];
  for (const flight of received) {
    const announcement = readAnnouncement(flight.body, reading.content);
    if (announcement.kind === 'record') {
      flights.push(flight);
      texts.push(announcement.text);
    } else parcels.push({ ...announcement, flights: [flight] });
  }
  return flights.length > 0 ? [...parcels, { kind: 'records', flights, texts }] : parcels;
}
