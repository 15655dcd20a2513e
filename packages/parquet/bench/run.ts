import { readFileSync } from 'node:fs';
import { caseSchema, type CaseName } from './cases.ts';
import type { Encoded, Peer } from './peers/peer.ts';
import { cpuNow } from './cpu-now.ts';
import { rowsOfFile } from './rows-of-file.ts';
import type { ColumnSchema } from '../src/index.ts';

export interface Measurement {
  readonly rows: number;
  /** The best of the iterations. */
  readonly rowsPerSecond: number;
  /** CPU time of all threads, for the best of the iterations: steadier than the clock on a machine with other work. */
  readonly cpuMicrosecondsPerRow: number;
  /** What it took to make the row objects out of their lines, which the other figures leave out: a yardstick of the machine. */
  readonly parseMicrosecondsPerRow: number;
  readonly bytes: number;
  /** Peak resident memory of the process after the first iteration. */
  readonly peakBytes: number;
}

/** Only the peer that runs is loaded: the memory of the process is to be its own. */
const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  sluice: async () => (await import('./peers/sluice.ts')).sluice,
  lite: async () => (await import('./peers/lite.ts')).parquetjsLite,
  arrow: async () => (await import('./peers/arrow.ts')).arrow,
};
const batch = 32;

/** One process for one peer, so that its memory is its own: `run.ts <peer> <case> <file> <rows> <iterations>`. */
const [peerName = '', caseName = '', path = '', rowText = '0', iterations = '2'] = process.argv.slice(2);
const schema = caseSchema(caseName as CaseName);
const rows = Number(rowText);
let best = Infinity;
let bestCpu = Infinity;
let bestParse = Infinity;
let bytes = 0;
let peakBytes = 0;
for (let iteration = 0; iteration < Number(iterations); iteration++) {
  const result =
    peerName === 'duckdb'
      ? await (await import('./peers/duckdb.ts')).duckdbCopy(schema, path)
      : await encodeRows(schema);
  best = Math.min(best, result.milliseconds);
  bestCpu = Math.min(bestCpu, result.cpuMilliseconds);
  bestParse = Math.min(bestParse, result.parseMilliseconds);
  bytes = result.bytes;
  if (iteration === 0) peakBytes = peakMemory();
}
const measurement: Measurement = {
  rows,
  rowsPerSecond: (rows * 1000) / best,
  cpuMicrosecondsPerRow: (bestCpu * 1000) / rows,
  parseMicrosecondsPerRow: (bestParse * 1000) / rows,
  bytes,
  peakBytes,
};
console.log(JSON.stringify(measurement));

/** Only the work on rows is timed, not their parsing. */
async function encodeRows(columns: ColumnSchema): Promise<Encoded> {
  const peer = await peers[peerName]?.();
  if (peer === undefined) throw new Error(`no peer ${peerName}`);
  let milliseconds = 0;
  let cpuMilliseconds = 0;
  const timed = async <T>(work: () => T | Promise<T>): Promise<T> => {
    // Asking for the CPU time takes microseconds itself: the clock stands still meanwhile.
    const cpuStart = cpuNow();
    const start = performance.now();
    const result = await work();
    milliseconds += performance.now() - start;
    cpuMilliseconds += cpuNow() - cpuStart;
    return result;
  };
  const writer = await timed(() => peer.open(columns));
  const batches = rowsOfFile(path, batch);
  let parseMilliseconds = 0;
  for (;;) {
    const start = performance.now();
    const next = batches.next();
    parseMilliseconds += performance.now() - start;
    if (next.done === true) break;
    await timed(() => writer.append(next.value));
  }
  const size = await timed(() => writer.finish());
  return { bytes: size, milliseconds, cpuMilliseconds, parseMilliseconds };
}

function peakMemory(): number {
  const kilobytes = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
