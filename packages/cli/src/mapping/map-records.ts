import { setTimeout as sleep } from 'node:timers/promises';
import { createEventCheck } from '@sluice/testing/coverage';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { plural } from '../terminal/amounts.ts';
import { usesColor, type Io } from '../terminal/io.ts';
import { chooseSubject, type ChosenSubject, type SubjectOptions, watchedPaths } from './choose-subject.ts';
import { hasErrors, mapRecord, type MappedRecord } from './mapped-record.ts';
import { recordsIn } from './records-in.ts';
import { renderRecord } from './render-record.ts';
import { stateOf } from './state-of.ts';

export interface MapOptions extends SubjectOptions {
  readonly in: readonly string[];
  readonly format: 'text' | 'json';
  readonly explain?: boolean;
  readonly limit?: number;
}

/** `sluice map`: what records become. 65 where an event is not valid by OCSF. */
export async function mapRecords(
  reference: string,
  stream: string | undefined,
  options: MapOptions,
  io: Io,
): Promise<ExitCode> {
  const { mapped } = await mapAll(reference, stream, options, io);
  for (const { text } of mapped) {
    io.stdout.write(`${text}\n`);
    await io.stdout.drained();
  }
  io.stderr.write(`${summary(mapped.map(({ record }) => record))}\n`);
  return mapped.some(({ record }) => hasErrors(record)) ? exitCode.badData : exitCode.ok;
}

interface Shown {
  readonly record: MappedRecord;
  readonly text: string;
}

async function mapAll(
  reference: string,
  stream: string | undefined,
  options: MapOptions,
  io: Io,
): Promise<{ readonly mapped: readonly Shown[] }> {
  const subject = await chooseSubject(reference, stream, options);
  const explains = options.explain === true;
  if (explains && subject.explain === undefined) {
    const message = '--explain is for mapping documents: name the .yaml file of the stream';
    throw new CommandError(exitCode.usage, message);
  }
  const records = (await recordsIn(options.in)).slice(0, options.limit);
  const check = createEventCheck(subject);
  const mapped = records.map((raw, index) => {
    const record = mapRecord(subject, check, { raw, number: index + 1, explains });
    return { record, text: textOf(record, subject, options, io) };
  });
  return { mapped };
}

function textOf(record: MappedRecord, { title }: ChosenSubject, { format }: MapOptions, io: Io): string {
  if (format === 'json')
    return JSON.stringify(jsonOf(record), (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item));
  return renderRecord(record, { title, color: usesColor(io.stdout, io.environment), columns: io.stdout.columns });
}

function jsonOf({ number, events, none, explanation }: MappedRecord): unknown {
  const { rule, attributes } = explanation ?? {};
  return {
    record: number,
    ...none,
    ...(rule === undefined ? {} : { rule }),
    events: events.map(({ event, findings }) => ({
      event,
      findings: findings.map(({ severity, code, path, message }) => ({ severity, code, path, message })),
    })),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

function summary(records: readonly MappedRecord[]): string {
  const events = records.reduce((sum, record) => sum + record.events.length, 0);
  const count = (key: 'skip' | 'reject'): number =>
    records.filter(({ none }) => none !== undefined && key in none).length;
  const invalid = records.filter(hasErrors).length;
  return `${plural(records.length, 'record')}: ${plural(events, 'event')}, ${count('skip')} skipped, ${count('reject')} rejected, ${invalid} not valid by OCSF`;
}

export interface WatchOptions extends MapOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  readonly everyMs?: number;
}

/** `sluice map --watch`: maps anew whenever the document or an input changes, and prints what became different. */
export async function watchRecords(
  reference: string,
  stream: string | undefined,
  options: WatchOptions,
  io: Io,
): Promise<ExitCode> {
  let before: ReadonlyMap<number, string> = new Map();
  let state = '';
  while (!options.signal.aborted) {
    const now = stateOf(watchedPaths(reference, options.in));
    if (now !== state) {
      state = now;
      before = await printChanges(before, () => mapAll(reference, stream, options, io), io);
    }
    await sleep(options.everyMs ?? 250, undefined, { signal: options.signal }).catch(() => undefined);
  }
  return exitCode.ok;
}

async function printChanges(
  before: ReadonlyMap<number, string>,
  mapAgain: () => ReturnType<typeof mapAll>,
  io: Io,
): Promise<ReadonlyMap<number, string>> {
  try {
    const { mapped } = await mapAgain();
    const changed = mapped.filter(({ record, text }) => before.get(record.number) !== text);
    for (const { text } of changed) io.stdout.write(`${text}\n`);
    io.stderr.write(`${summary(mapped.map(({ record }) => record))}; ${changed.length} changed; waiting for changes\n`);
    return new Map(mapped.map(({ record, text }) => [record.number, text]));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.stderr.write(`${error.message}\nwaiting for changes\n`);
    return before;
  }
}
