import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeSync, openSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseEvents, caseNames, type CaseName } from './cases.ts';
import type { Measurement } from './run.ts';

/**
 * `node --conditions=source bench/main.ts [rows] [rounds]`: each round runs every peer once, one after the other, each in
 * a process of its own; ratios are taken within a round, and their median over the rounds is what counts.
 */
const rows = Number(process.argv[2] ?? 200_000);
const rounds = Number(process.argv[3] ?? 5);
/** Each peer goes over its rows this often in its process, and its best time counts: so all of them are warm. */
const iterations = 3;
/** The slow ones keep their rate, so they get fewer rows. Size is compared only among those with all rows. */
const peers = [
  { name: 'sluice', rows },
  { name: 'duckdb', rows },
  { name: 'arrow', rows: Math.min(rows, 60_000) },
  { name: 'lite', rows: Math.min(rows, 10_000) },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'));
try {
  for (const name of caseNames) report(name, measure(name));
} finally {
  rmSync(folder, { recursive: true });
}

function measure(name: CaseName): readonly Readonly<Record<string, Measurement>>[] {
  for (const count of new Set(peers.map((peer) => peer.rows))) writeRows(name, count);
  return Array.from({ length: rounds }, () => Object.fromEntries(peers.map((peer) => [peer.name, run(name, peer)])));
}

function fileOf(name: CaseName, count: number): string {
  return join(folder, `${name}-${count}.ndjson`);
}

function writeRows(name: CaseName, count: number): void {
  const file = openSync(fileOf(name, count), 'w');
  let lines = '';
  for (const event of caseEvents(name, count)) {
    lines += `${JSON.stringify(event)}\n`;
    if (lines.length < 1_000_000) continue;
    writeSync(file, lines);
    lines = '';
  }
  writeSync(file, lines);
  closeSync(file);
}

function run(name: CaseName, peer: (typeof peers)[number]): Measurement {
  const script = fileURLToPath(new URL('run.ts', import.meta.url));
  const child = spawnSync(
    process.execPath,
    // With the product's own flags for Node.js, which `npm run bench` starts this with.
    [...process.execArgv, script, peer.name, name, fileOf(name, peer.rows), String(peer.rows), String(iterations)],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(`${peer.name} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as Measurement;
}

function report(name: CaseName, measured: readonly Readonly<Record<string, Measurement>>[]): void {
  console.log(`\n${name}: ${rows} rows, ${rounds} rounds, medians`);
  const ratios = (of: (round: Readonly<Record<string, Measurement>>) => number): string => {
    const values = measured.map((round) => of(round)).toSorted((left, right) => left - right);
    return `${(values[Math.floor(values.length / 2)] ?? 0).toFixed(2)} [${values[0]?.toFixed(2)} to ${values.at(-1)?.toFixed(2)}]`;
  };
  for (const peer of peers) {
    const rate = ratios((round) => (round[peer.name]?.rowsPerSecond ?? 0) / 1000);
    const memory = ratios((round) => (round[peer.name]?.peakBytes ?? 0) / 1_048_576);
    const size = (((measured[0]?.[peer.name]?.bytes ?? 0) / peer.rows) | 0) + ' B/row';
    const faster = ratios((round) => (round['sluice']?.rowsPerSecond ?? 0) / (round[peer.name]?.rowsPerSecond ?? 1));
    const cheaper = ratios(
      (round) => (round[peer.name]?.cpuMicrosecondsPerRow ?? 0) / (round['sluice']?.cpuMicrosecondsPerRow ?? 1),
    );
    console.log(
      `  ${peer.name.padEnd(7)} ${rate} thousand rows/s, ${size}, peak ${memory} MiB; sluice is ${faster} times as fast, by CPU time ${cheaper}`,
    );
  }
  console.log(
    `  reading the lines and JSON.parse, not counted above: ${ratios((round) => round['sluice']?.parseMicrosecondsPerRow ?? 0)} µs/row; encoding them takes sluice ${ratios((round) => encodingPerParsing(round['sluice']))} times that`,
  );
  console.log(
    `  memory of duckdb over sluice ${ratios((round) => (round['duckdb']?.peakBytes ?? 0) / (round['sluice']?.peakBytes ?? 1))}`,
  );
}

function encodingPerParsing(one: Measurement | undefined): number {
  return one === undefined ? 0 : 1e6 / one.rowsPerSecond / one.parseMicrosecondsPerRow;
}
