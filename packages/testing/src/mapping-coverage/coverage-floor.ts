import { deepStrictEqual, fail } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Connector } from '@sluice/connector';
import { belowFloor } from './floor.ts';
import { measureCoverage } from './measure.ts';
import { recordsOf } from './records.ts';
import { type CoverageReport, formatReport } from './report.ts';
import { type MappingSubject, subjectOfStream, type SubjectOptions } from './subject.ts';

export interface CoverageFloorOptions extends SubjectOptions {
  /** The test runner's own: `test` of vitest or of node:test. */
  readonly test: ((name: string, body: () => void) => void) & {
    readonly skip: (name: string, body: () => void) => void;
  };
  readonly connector: Connector;
  /** Name of the stream. */
  readonly stream: string;
  /** Files and folders with raw records. */
  readonly samples: readonly string[];
  /** The committed report, which is the floor. */
  readonly lock: string;
  /** Whether samples that are not part of the repository may be absent: the test is then skipped, and says so. */
  readonly mayBeAbsent?: boolean;
  /** Least share of records with a specific class, whatever the committed report says. */
  readonly minSpecific?: number;
}

/**
 * Registers a test that holds the coverage of a stream over samples against its committed report: no share may fall, no
 * error may come. `UPDATE_COVERAGE=1` writes the report instead, for review as a diff.
 *
 * @example
 * coverageFloor({ test, connector, stream: 'messages', samples: [fixtures], lock: 'coverage.lock.json' });
 */
export function coverageFloor(options: CoverageFloorOptions): void {
  const absent = options.samples.filter((path) => !existsSync(path));
  if (absent.length > 0 && options.mayBeAbsent === true) {
    options.test.skip(`coverage of ${options.stream} (skipped: ${absent.join(', ')} is absent)`, () => undefined);
    return;
  }
  options.test(`the coverage of ${options.stream} is not below its floor`, () => {
    checkFloor(subjectOfStream(options.connector, options.stream, options), options);
  });
}

function checkFloor(subject: MappingSubject, { samples, lock, minSpecific = 0 }: CoverageFloorOptions): void {
  const records = recordsOf(samples);
  if (records.length === 0) fail(`There is no record in ${samples.join(', ')}.`);
  const report = measureCoverage(subject, records);
  if (report.specific < minSpecific)
    fail(
      `${(report.specific * 100).toFixed(2)}% of the records have a specific class; at least ${minSpecific * 100}%.`,
    );
  if (process.env['UPDATE_COVERAGE'] === '1') {
    writeFileSync(lock, formatReport(report));
    return;
  }
  if (!existsSync(lock)) fail(`${lock} is missing: run with UPDATE_COVERAGE=1 and review it.`);
  const floor = JSON.parse(readFileSync(lock, 'utf8')) as CoverageReport;
  deepStrictEqual(
    belowFloor(report, floor),
    [],
    `${lock} is a floor that no longer holds (UPDATE_COVERAGE=1 lowers it)`,
  );
}
