import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadCatalogue } from '@sluice/ocsf';
import { columnSchema, portableEncoder, sluiceEncoder, type Encoder } from '@sluice/parquet';
import type { Contestant, RowFile } from '../job.ts';

const maxMemoryBytes = 192 * 1024 * 1024;

/** The rows of the lake from JSON lines, through our own encoder: nothing is mapped or checked. */
export const sluiceRows: Contestant = ({ rows, output }) => encodeAll(sluiceEncoder, rows, output);

/** The same through parquetjs-lite. It is slow, so it gets the first rows only; its pace is steady. */
export const parquetjsLite: Contestant = ({ rows, output }) => encodeAll(portableEncoder, rows, output, 4000);

async function encodeAll(
  encoder: Encoder,
  files: readonly RowFile[],
  output: string,
  atMost = Infinity,
): Promise<number> {
  await mkdir(output, { recursive: true });
  let events = 0;
  for (const [index, file] of files.entries()) {
    const schema = columnSchema(loadCatalogue('1.3.0'), { classUid: classUid(file.class), ...file });
    const writer = encoder.open(schema, { maxMemoryBytes });
    for await (const line of createInterface({ input: createReadStream(file.path), crlfDelay: Infinity })) {
      if (writer.rows >= atMost) break;
      const row: Record<string, unknown> = JSON.parse(line);
      writer.append(row);
    }
    const { chunks, rows } = await writer.finish({});
    await writeFile(join(output, `${index}${encoder.extension}`), chunks);
    events += rows;
  }
  return events;
}

function classUid(name: string): number {
  const found = loadCatalogue('1.3.0').classes.get(name);
  if (found === undefined) throw new Error(`OCSF 1.3.0 has no class ${name}.`);
  return found.uid;
}
