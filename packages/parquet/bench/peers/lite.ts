import lite from 'parquetjs-lite';
import { liteFields } from '../../src/portable/lite-schema.ts';
import { liteRowMaker } from '../../src/portable/lite-row.ts';
import type { Peer } from './peer.ts';

/** parquetjs-lite on its own, gzip, with rows wrapped for its lists. */
export const parquetjsLite: Peer = {
  from: 'rows',
  async open(schema) {
    let bytes = 0;
    const stream = {
      write: (chunk: Uint8Array, done: () => void): void => {
        bytes += chunk.length;
        done();
      },
      end: (done: () => void): void => done(),
    };
    const options = { rowGroupSize: 20_000, pageSize: 5000, useDataPageV2: false, pageIndex: false };
    const writer = await lite.ParquetWriter.openStream(new lite.ParquetSchema(liteFields(schema)), stream, options);
    const makeRow = liteRowMaker(schema);
    return {
      async append(rows) {
        for (const row of rows) await writer.appendRow(makeRow(row).row);
      },
      async finish() {
        await writer.close();
        return bytes;
      },
    };
  },
};
