/**
 * `npm run bench -- streams [CONNECTOR]`: what mapping a record costs, stream by stream, on one thread; alone, and with
 * completing and validating the events; beside `JSON.parse` of the same records, or the splitting of the same lines.
 *
 * `npm run bench -- streams CONNECTOR/STREAM FILE…`: the same of your own records, one on each line, as they come.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
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
const [wanted, ...ownFiles] = process.argv.slice(2);
const chosen = contestants.filter(
  ({ connector, stream }) => wanted === undefined || [connector.name, `${connector.name}/${stream}`].includes(wanted),
);
if (chosen.length === 0) throw new Error(`There is no "${wanted}"; there are ${namesOf(contestants)}.`);
const rows = ownFiles.length === 0 ? chosen.map((each) => measure(each, goldenCases(each))) : ownFiles.map(measureFile);
console.log(
  `${ownFiles.length === 0 ? 'Records of the golden cases' : 'Your records'}, one thread, medians of ${rounds} rounds\n`,
);
console.log(
  markdownTable(
    ['stream', 'records', 'bytes', 'base µs', 'map/s', 'map µs', '× base', 'map + complete + validate µs', '× base'],
    rows,
  ),
);
console.log('\nbase: JSON.parse of the record, or the splitting of the line at its blanks');

function namesOf(all: readonly Contestant[]): string {
  return [...new Set(all.map(({ connector, stream }) => `${connector.name}/${stream}`))].join(', ');
}

function measureFile(file: string): string[] {
  const [contestant] = chosen;
  if (contestant === undefined || wanted !== `${contestant.connector.name}/${contestant.stream}`)
    throw new Error(`Name the stream that the records are of, one of ${namesOf(contestants)}.`);
  // npm runs this in the repository; a file is named from where the user is.
  const path = resolve(process.env['INIT_CWD'] ?? '', file);
  return measure({ ...contestant, kind: { name: basename(file), cases: /^/ } }, [path]);
}

/** The files of a stream's golden cases that are of the kind. */
function goldenCases({ fixtures, kind }: Contestant): readonly string[] {
  const names = readdirSync(fixtures).filter((file) => kind?.cases.test(file) ?? true);
  return names
    .filter((file) => /\.(?:log|json)$/.test(file) && !file.endsWith('.ocsf.json'))
    .map((file) => join(fixtures, file));
}

function measure(contestant: Contestant, files: readonly string[]): string[] {
  const { connector, origin } = contestant;
  const stream = connector.streams.find(({ name }) => name === contestant.stream);
  if (stream === undefined) throw new Error(`${connector.name} has no stream ${contestant.stream}.`);
  const config = stream.config['~standard'].validate(contestant.config);
  if (config instanceof Promise || config.issues !== undefined) throw new Error(`Bad configuration of ${stream.name}.`);
  const context: MapContext<unknown> = { config: config.value, receivedAt: Date.UTC(2026, 0, 15, 12), origin };
  const records = recordsOf(files, stream);
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
function recordsOf(files: readonly string[], stream: Stream<unknown>): readonly string[] {
  const records = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return file.endsWith('.json') ? [text] : text.split(/\r?\n/).filter((line) => line !== '');
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
