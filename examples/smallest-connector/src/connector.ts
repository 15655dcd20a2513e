import { readFile } from 'node:fs/promises';
import { BatchBuilder, contractVersion, type Connector, type Stream } from '@sluice/connector';
import * as z from 'zod';

/** The lines of a file, each an event. */
const notes: Stream<{ path: string }, 'text'> = {
  name: 'notes',
  description: 'Lines of a file, read once.',
  config: z.strictObject({ path: z.string().describe('The file.') }),
  delivery: 'at-least-once',
  format: 'text',
  emits: [{ class: 'base_event', profiles: [], columns: [] }],

  async *read({ config, cursor, now }) {
    const lines = (await readFile(config.path, 'utf8')).split('\n').filter(Boolean);
    const builder = new BatchBuilder();
    for (const line of lines.slice(Number(cursor ?? 0))) {
      const bytes = Buffer.from(line);
      builder.add(bytes, 0, bytes.length, { transport: 'file', path: config.path });
    }
    if (builder.records > 0) yield builder.take({ receivedAt: now(), cursor: lines.length });
  },

  map: (line, { receivedAt }) => ({
    class_uid: 0,
    activity_id: 0,
    severity_id: 1,
    time: receivedAt,
    message: line,
  }),
};

export const connector: Connector = {
  contract: contractVersion,
  name: 'notes',
  version: '1.0.0',
  stability: 'development',
  product: { vendor_name: 'Example', name: 'Notes' },
  ocsf: '1.3.0',
  streams: [notes],
};
