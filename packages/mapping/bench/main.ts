import { readFileSync } from 'node:fs';
import type { MapContext, MapResult } from '@sluice/connector';
import { loadCatalogue } from '@sluice/ocsf';
import { requireMapping } from '../src/index.ts';
import { mapFirewall, mapHttp, mapSshd } from './by-hand.ts';
import { mapFdr } from './fdr.ts';
import { fdrRecords, firewallRecords, httpRecords, sshdRecords } from './records.ts';

interface Case {
  readonly name: string;
  readonly records: readonly unknown[];
  readonly byHand: (record: never, context: MapContext<unknown>) => MapResult;
}

const count = 20_000;
const rounds = 15;
const context: MapContext<unknown> = {
  config: {},
  receivedAt: Date.UTC(2026, 0, 15, 12),
  origin: { transport: 'bench' },
};
const catalogue = loadCatalogue('1.3.0');
const cases: readonly Case[] = [
  { name: 'http', records: httpRecords(count), byHand: mapHttp },
  { name: 'firewall', records: firewallRecords(count), byHand: mapFirewall },
  { name: 'sshd', records: sshdRecords(count), byHand: mapSshd },
  { name: 'fdr', records: fdrRecords(count), byHand: mapFdr },
];

/** Records a second of processor time, the median of the rounds; the two take turns, so that what else the machine does hits both. */
function compare(
  one: (record: never) => unknown,
  other: (record: never) => unknown,
  records: readonly unknown[],
): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(timeOf(one, records));
    times[1].push(timeOf(other, records));
  }
  return [median(times[0]), median(times[1])];
}

let kept: unknown;

function timeOf(map: (record: never) => unknown, records: readonly unknown[]): number {
  const start = process.cpuUsage();
  for (const record of records) kept = map(record as never);
  const { user, system } = process.cpuUsage(start);
  return (records.length / (user + system)) * 1_000_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

for (const { name, records, byHand } of cases) {
  const text = readFileSync(new URL(`./mappings/${name}.yaml`, import.meta.url), 'utf8');
  const mapping = requireMapping(text, { file: `${name}.yaml`, catalogue });
  const hand = (record: never): unknown => byHand(record, context);
  const [compiled, written] = compare((record: never) => mapping.map(record, context), hand, records);
  const [ofMapping, ofHand] = [compiled, written].map((rate) => `${Math.round(rate / 1000)} k/s`);
  console.log(`${name.padEnd(9)} mapping ${ofMapping}, by hand ${ofHand}, ratio ${(compiled / written).toFixed(2)}`);
}
void kept;
