import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaOf, sluiceEncoder, type ColumnNode, type ColumnSchema, type SpillStore } from '../src/index.ts';
import { caseEvents, caseSchema } from './cases.ts';
import { cpuNow } from './cpu-now.ts';

export interface ScaledRun {
  readonly cpuMicrosecondsPerRow: number;
  readonly peakBytes: number;
  readonly bytes: number;
  readonly spilledBytes: number;
}

const batch = 32;
const columnRows = 20_000;
const maxMemoryBytes = 48 * 1024 * 1024;

/** One process for one case: `scaled-run.ts rows|columns COUNT`. */
const [kind, count = '0'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'sluice-scaling-'));
try {
  const run =
    kind === 'rows'
      ? await encode(caseSchema('net'), caseEvents('net', Number(count)), Number(count))
      : await encode(wideSchema(Number(count)), wideEvents(Number(count)), columnRows);
  console.log(JSON.stringify(run));
} finally {
  rmSync(folder, { recursive: true });
}

/** Only appending, spilling and finishing is timed, not the making of rows. */
async function encode(schema: ColumnSchema, events: Iterable<object>, rows: number): Promise<ScaledRun> {
  const writer = sluiceEncoder.open(schema, { maxMemoryBytes, spill: folderSpill() });
  let cpu = 0;
  let waiting: object[] = [];
  const append = async (): Promise<void> => {
    const start = cpuNow();
    for (const event of waiting) writer.append(event as Readonly<Record<string, unknown>>);
    if (writer.isFull) await writer.spill();
    cpu += cpuNow() - start;
    waiting = [];
  };
  for (const event of events) {
    waiting.push(event);
    if (waiting.length === batch) await append();
  }
  await append();
  const { spilledBytes } = writer;
  const start = cpuNow();
  const { byteLength } = await writer.finishTo({ write: () => Promise.resolve() });
  cpu += cpuNow() - start;
  return { cpuMicrosecondsPerRow: (cpu * 1000) / rows, peakBytes: peakMemory(), bytes: byteLength, spilledBytes };
}

function wideSchema(columns: number): ColumnSchema {
  const nodes = Array.from({ length: columns - 1 }, (_, at): ColumnNode => ({
    kind: 'leaf',
    name: `c${at}`,
    type: at % 3 === 0 ? 'int64' : 'string',
    required: false,
  }));
  return schemaOf([{ kind: 'leaf', name: 'time', type: 'int64', required: true }, ...nodes]);
}

function* wideEvents(columns: number): Generator<object> {
  for (let row = 0; row < columnRows; row++) {
    const event: Record<string, unknown> = { time: row };
    for (let at = row % 2; at < columns - 1; at += 2) {
      event[`c${at}`] = at % 3 === 0 ? (row * 31 + at) % 5000 : `value ${(row * 17 + at) % 300}`;
    }
    yield event;
  }
}

function folderSpill(): SpillStore {
  let files = 0;
  return {
    create() {
      const path = join(folder, `${files++}.run`);
      return Promise.resolve({
        write: (bytes) => Promise.resolve(appendFileSync(path, bytes)),
        read: (start, end) => Promise.resolve(readRange(path, start, end)),
        remove: () => Promise.resolve(rmSync(path, { force: true })),
      });
    },
  };
}

function readRange(path: string, start: number, end: number): Uint8Array {
  const file = openSync(path, 'r');
  const bytes = new Uint8Array(end - start);
  readSync(file, bytes, 0, bytes.length, start);
  closeSync(file);
  return bytes;
}

function peakMemory(): number {
  const kilobytes = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
