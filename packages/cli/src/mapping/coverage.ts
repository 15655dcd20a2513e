import { readFileSync, writeFileSync } from 'node:fs';
import {
  addRaw,
  belowFloor,
  type ClassCoverage,
  type CoverageFloor,
  CoverageMeter,
  type CoverageReport,
  formatReport,
  newFields,
} from '@sluice/testing/coverage';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { counted, plural } from '../terminal/amounts.ts';
import { type Io } from '../terminal/io.ts';
import { printable } from '../terminal/printable.ts';
import { tableLines } from '../terminal/table.ts';
import { chooseSubject, type SubjectOptions } from './choose-subject.ts';
import { recordsIn } from './records-in.ts';

export interface CoverageOptions extends SubjectOptions {
  readonly in: readonly string[];
  readonly json?: boolean;
  /** A committed report that nothing may fall below. */
  readonly floor?: string;
  /** Where to write the report. */
  readonly write?: string;
  /** Least percentage of records with a specific class. */
  readonly minSpecific?: number;
}

/** `sluice coverage`: what a mapping makes of a sample, in figures. 65 where it is below what was asked. */
export async function coverage(
  reference: string,
  stream: string | undefined,
  options: CoverageOptions,
  io: Io,
): Promise<ExitCode> {
  const subject = await chooseSubject(reference, stream, options);
  const records = await recordsIn(options.in);
  if (records.length === 0) throw new CommandError(exitCode.usage, `there is no record in ${options.in.join(', ')}`);
  const meter = new CoverageMeter(subject);
  for (const record of records) addRaw(meter, subject, record);
  const report = meter.report();
  if (options.write !== undefined) writeFileSync(options.write, formatReport(report));
  io.stdout.write(options.json === true ? formatReport(report) : `${reportLines(report).join('\n')}\n`);
  const floor = options.floor === undefined ? undefined : readFloor(options.floor);
  if (floor !== undefined && options.json !== true)
    for (const line of counts('New fields since the floor', newFields(report, floor), 'field'))
      io.stdout.write(`${line}\n`);
  const below = floor === undefined ? [] : belowFloor(report, floor);
  const shortfalls = [...belowMinimum(report, options.minSpecific), ...below];
  for (const shortfall of shortfalls) io.stderr.write(`below: ${printable(shortfall)}\n`);
  return shortfalls.length === 0 ? exitCode.ok : exitCode.badData;
}

function belowMinimum({ specific }: CoverageReport, least = 0): readonly string[] {
  return specific * 100 < least ? [`records with a specific class: ${percent(specific)}, asked are ${least}%`] : [];
}

function readFloor(file: string): CoverageFloor {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CoverageFloor;
  } catch (error) {
    throw new CommandError(exitCode.usage, `the floor ${file} cannot be read: ${String(error)} (--write makes one)`, {
      cause: error,
    });
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** Rows shown of each table. */
const mostRows = 25;

function reportLines(report: CoverageReport): readonly string[] {
  const classes = Object.entries(report.classes).toSorted(([, one], [, other]) => other.events - one.events);
  return [
    `${plural(report.records, 'record')} by OCSF ${report.ocsf}: ${plural(report.events, 'event')}, ${percent(report.specific)} of the records with a specific class`,
    ...section(
      'Classes',
      tableLines(
        ['class', 'events', 'share', 'required', 'recommended'],
        classes.map(([name, { events, share, required, recommended }]) => [
          name,
          counted(events),
          ...[share, required, recommended].map(percent),
        ]),
        { right: [1, 2, 3, 4] },
      ),
    ),
    ...classes.flatMap(([name, one]) => missing(name, one)),
    ...counts('Rejected', report.rejected, 'reason'),
    ...counts('Skipped', report.skipped, 'reason'),
    ...counts('Findings', report.findings, 'severity, code and path'),
    ...counts('Fields that no attribute took', report.unused, 'field'),
  ];
}

/** Attributes that OCSF recommends and that are not always filled: those closest to it first. */
function missing(name: string, { attributes }: ClassCoverage): readonly string[] {
  const open = Object.entries({ ...attributes.recommended, ...attributes.required })
    .filter(([, share]) => share < 1)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostRows);
  if (open.length === 0) return [];
  const cells = open.map(([path, share]) => `${path} ${percent(share)}`);
  return ['', `${name}, not always filled: ${cells.join(', ')}`];
}

function counts(title: string, found: Readonly<Record<string, number>>, head: string): readonly string[] {
  const rows = Object.entries(found).map(([name, count]) => [counted(count), printable(name)]);
  if (rows.length === 0) return [];
  const rest = rows.length > mostRows ? [`… and ${rows.length - mostRows} more (--json has them)`] : [];
  return section(title, [...tableLines(['records', head], rows.slice(0, mostRows), { right: [0] }), ...rest]);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', title, '', ...lines];
}
