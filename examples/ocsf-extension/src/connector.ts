import { BatchBuilder, contractVersion, reject, type Connector, type Stream } from '@sluice/connector';
import * as z from 'zod';

/** The class that the extension's catalogue adds. */
const doorActivityUid = 99_903_001;

/** Doors that were opened, in the words of a class of our own. */
const doors: Stream<{ openings: readonly unknown[] }, 'json'> = {
  name: 'doors',
  description: 'Doors that a person opened, or could not.',
  config: z.strictObject({ openings: z.array(z.unknown()).describe('What happened, in order.') }),
  delivery: 'at-least-once',
  format: 'json',
  emits: [
    {
      class: 'door_activity',
      profiles: [],
      columns: ['status_id', 'status', 'user.name', 'door', 'attempts'],
    },
  ],

  async *read({ config, cursor, now }) {
    const builder = new BatchBuilder();
    for (const opening of config.openings.slice(Number(cursor ?? 0))) {
      const bytes = Buffer.from(JSON.stringify(opening));
      builder.add(bytes, 0, bytes.length, { transport: 'memory' });
    }
    if (builder.records > 0) yield builder.take({ receivedAt: now(), cursor: config.openings.length });
  },

  map(record) {
    const { at, person, door, attempts, opened } = record as Readonly<Record<string, unknown>>;
    if (typeof door !== 'string') return reject('no_door', 'the record names no door');
    return {
      class_uid: doorActivityUid,
      activity_id: 1,
      severity_id: 1,
      status_id: opened === true ? 1 : 2,
      time: Number(at),
      user: { name: person },
      door,
      attempts,
    };
  },
};

export const connector: Connector = {
  contract: contractVersion,
  name: 'doors',
  version: '1.0.0',
  stability: 'development',
  product: { vendor_name: 'Example', name: 'Doors' },
  ocsf: '1.3.0',
  streams: [doors],
};
