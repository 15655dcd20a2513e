import { sluiceEncoder } from '../../src/index.ts';
import type { Peer } from './peer.ts';

export const sluice: Peer = {
  from: 'rows',
  open(schema) {
    const writer = sluiceEncoder.open(schema);
    return {
      append(rows) {
        for (const row of rows) writer.append(row);
      },
      finish: async () => (await writer.finish()).byteLength,
    };
  },
};
