/**
 * `npm run bench -- streams [NAME]`: what mapping a record costs, stream by stream, on one thread; alone, and with
 * completing and validating the events; beside `JSON.parse` of the same records, or the splitting of the same lines.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRejection, isSkip, type MapContext, type MapResult, type Stream } from '@sluice/connector';
import { completingValidators, loadCatalogue } from '@sluice/ocsf';
import { markdownTable } from '../table.ts';
import { contestants, type Contestant } from './contestants.ts';

const roundMs = 250;
/**
 * The first round is for the compiler, which has the more to do the more classes a stream has: as many records for each
 * contestant, also for `JSON.parse`. A connector that runs for a day has them behind it within its first minutes.
 */
const warmUpRecords = 500_000;
const rounds = 7;
/** Records of the fixtures are taken again and again: enough of them that no call finds the last one's result. */
const copies = 20;

type Event = Record<string, unknown>;
type Conform = (event: Event) => void;

const catalogue = loadCatalogue('1.3.0');
const [wanted] = process.argv.slice(2);
const rows = contestants.filter(({ connector }) => wanted === undefined || connector.name === wanted).map(measure);
console.log(`Records of the golden cases, one thread, medians of ${rounds} rounds\n`);
console.log(
  markdownTable(
    ['stream', 'records', 'bytes', 'base µs', 'map/s', 'map µs', '× base', 'map + complete + validate µs', '× base'],
    rows,
  ),
);
console.log('\nbase: JSON.parse of the record, or the splitting of the line at its blanks');

function measure(contestant: Contestant): string[] {
  const { connector, origin } = contestant;
  const stream = connector.streams.find(({ name }) => name === contestant.stream);
  if (stream === undefined) throw new Error(`${connector.name} has no stream ${contestant.stream}.`);
  const config = stream.config['~standard'].validate(contestant.config);
  if (config instanceof Promise || config.issues !== undefined) throw new Error(`Bad configuration of ${stream.name}.`);
  const context: MapContext<unknown> = { config: config.value, receivedAt: Date.UTC(2026, 0, 15, 12), origin };
  const records = recordsOf(contestant, stream);
  const conform = conformers(stream);
  const base = stream.format === 'json' ? parse : split;
  const map = (record: string): MapResult => stream.map(stream.format === 'json' ? parse(record) : record, context);
  const [baseUs, mapUs, allUs] = medians(
    [
      () => records.forEach((record) => void base(record)),
      () => records.forEach((record) => void map(record)),
      () =>
        records.forEach((record) => eventsOf(map(record)).forEach((event) => conform.get(event['class_uid'])?.(event))),
    ],
    Math.ceil(warmUpRecords / records.length),
  ).map((ns) => ns / 1000 / records.length);
  const own = (us = 0): number => (stream.format === 'json' ? us - (baseUs ?? 0) : us);
  const times = (us: number): string => (us / (baseUs ?? 1)).toFixed(2);
  return [
    `${connector.name}/${stream.name}${contestant.kind === undefined ? '' : `: ${contestant.kind.name}`}`,
    String(records.length / copies),
    (records.reduce((sum, record) => sum + record.length, 0) / records.length).toFixed(0),
    (baseUs ?? 0).toFixed(2),
    Math.round(1e6 / own(mapUs)).toLocaleString('en-US'),
    own(mapUs).toFixed(2),
    times(own(mapUs)),
    own(allUs).toFixed(2),
    times(own(allUs)),
  ];
}

function parse(record: string): unknown {
  return JSON.parse(record);
}

function split(record: string): unknown {
  return record.split(' ');
}

/** Records that can be decoded; those of the hostile cases that cannot are not mapped either. */
function recordsOf({ fixtures, kind }: Contestant, stream: Stream<unknown>): readonly string[] {
  const names = readdirSync(fixtures).filter((file) => kind?.cases.test(file) ?? true);
  const files = names.filter((file) => /\.(?:log|json)$/.test(file) && !file.endsWith('.ocsf.json'));
  const records = files.flatMap((file) => {
    const text = readFileSync(join(fixtures, file), 'utf8');
    return file.endsWith('.log') ? text.split('\n').filter((line) => line !== '') : [text];
  });
  // As they come from upstreams: JSON on one line.
  const compact =
    stream.format === 'json' ? records.filter(isJson).map((text) => JSON.stringify(parse(text))) : records;
  // A concatenation makes each copy a string of its own.
  return Array.from({ length: copies }, () => compact.map((text) => `${text} `.slice(0, -1))).flat();
}

function isJson(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

function eventsOf(result: MapResult): readonly Event[] {
  return isRejection(result) || isSkip(result) ? [] : [result].flat();
}

/** What core does to an event of each class before it is stored. */
function conformers({ emits }: Stream<unknown>): ReadonlyMap<unknown, Conform> {
  const completingValidator = completingValidators(catalogue);
  return new Map(
    emits.map(({ class: name, profiles }) => {
      const classUid = catalogue.classes.get(name)?.uid ?? -1;
      const compiled = new Map<string, Conform>();
      let usual: { readonly profiles: readonly string[]; readonly conform: Conform } | undefined;
      const conform: Conform = (event) => {
        const metadata = event['metadata'] as Event;
        metadata['version'] = catalogue.release;
        metadata['product'] ??= { vendor_name: 'Example', name: 'Example' };
        event['time'] ??= 0;
        const own = (metadata['profiles'] ??= profiles) as readonly string[];
        if (usual === undefined || !isSameList(own, usual.profiles)) {
          const known = compiled.get(own.join()) ?? completingValidator({ classUid, profiles: own });
          compiled.set(own.join(), known);
          usual = { profiles: [...own], conform: known };
        }
        usual.conform(event);
      };
      return [classUid, conform] as const;
    }),
  );
}

function isSameList(list: readonly string[], other: readonly string[]): boolean {
  return list.length === other.length && list.every((item, index) => item === other[index]);
}

/** Nanoseconds of one go over all records, for each contestant, in rounds that take turns. */
function medians(works: readonly (() => void)[], warmUpTimes: number): readonly number[] {
  const spent = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, work] of works.entries()) {
      const started = process.cpuUsage();
      const until = performance.now() + roundMs;
      let times = 0;
      for (; round === 0 ? times < warmUpTimes : performance.now() < until; times++) work();
      const { user, system } = process.cpuUsage(started);
      if (round > 0) spent[index]?.push(((user + system) * 1000) / times);
    }
  }
  return spent.map((values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
}
