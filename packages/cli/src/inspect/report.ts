import { inspectionRules, type Inspection, type InspectionFinding, type RuleSeverity } from '@sluice/parquet';
import { counted, plural, sized, timestamp } from '../terminal/amounts.ts';
import { usesColor, type Io } from '../terminal/io.ts';
import { printable } from '../terminal/printable.ts';

/** Takes the result of each object as it comes, and what they were together at the end. */
export interface Report {
  object(name: string, inspection: Inspection): void;
  summary(): void;
}

export interface ReportOptions {
  readonly format: 'table' | 'json';
  /** Findings that weigh less are left out of the table. */
  readonly least: RuleSeverity;
  /** Whether objects without findings are left out of the table. */
  readonly failuresOnly: boolean;
}

const weights: Readonly<Record<RuleSeverity, number>> = { info: 0, warning: 1, error: 2 };
const mostPerObject = 20;

export function createReport(options: ReportOptions, io: Io): Report {
  return options.format === 'json' ? jsonReport(io) : textReport(options, io);
}

export function passes({ findings }: Inspection): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

function jsonReport({ stdout }: Io): Report {
  return {
    object(name, inspection) {
      const { keyValues, ...facts } = inspection.facts ?? { keyValues: new Map<string, string>() };
      const line = {
        object: name,
        passes: passes(inspection),
        ...facts,
        key_values: Object.fromEntries(keyValues),
        findings: inspection.findings,
      };
      stdout.write(`${JSON.stringify(line)}\n`);
    },
    summary: () => undefined,
  };
}

interface Tally {
  objects: number;
  failed: number;
  rows: number;
  bytes: number;
  /** Objects that break each rule. */
  readonly rules: Map<string, { readonly finding: InspectionFinding; objects: number }>;
}

type Paint = (text: string, code: string) => string;

function textReport({ least, failuresOnly }: ReportOptions, { stdout, environment }: Io): Report {
  const color = usesColor(stdout, environment);
  const paint: Paint = (text, code) => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  const tally: Tally = { objects: 0, failed: 0, rows: 0, bytes: 0, rules: new Map() };
  const write = (line: string): void => stdout.write(`${line}\n`);
  return {
    object(name, inspection) {
      const findings = inspection.findings.filter(({ severity }) => weights[severity] >= weights[least]);
      count(tally, inspection, findings);
      if (failuresOnly && findings.length === 0) return;
      const verdict = passes(inspection) ? paint('pass', '32') : paint('FAIL', '31');
      write(`${verdict}  ${printable(name)}${factsText(inspection)}`);
      for (const finding of findings.slice(0, mostPerObject)) write(findingText(finding, paint));
      if (findings.length > mostPerObject) write(`      … and ${findings.length - mostPerObject} more`);
    },
    summary() {
      for (const line of summaryLines(tally, paint)) write(line);
    },
  };
}

function count(tally: Tally, inspection: Inspection, findings: readonly InspectionFinding[]): void {
  tally.objects++;
  tally.failed += passes(inspection) ? 0 : 1;
  tally.rows += inspection.facts?.rows ?? 0;
  tally.bytes += inspection.facts?.bytes ?? 0;
  for (const [rule, finding] of new Map(findings.map((each) => [each.rule, each]))) {
    tally.rules.set(rule, { finding, objects: (tally.rules.get(rule)?.objects ?? 0) + 1 });
  }
}

/** All objects together, then each broken rule with the documentation it comes from. */
function summaryLines({ objects, failed, rows, bytes, rules }: Tally, paint: Paint): readonly string[] {
  const verdict = `${counted(objects - failed)} pass, ${counted(failed)} fail`;
  const total = `${plural(objects, 'object')}, ${plural(rows, 'row')}, ${sized(bytes)}: ${verdict}`;
  const broken = [...rules.values()].toSorted(
    (a, b) => weights[b.finding.severity] - weights[a.finding.severity] || b.objects - a.objects,
  );
  return [
    '',
    total,
    ...broken.map(({ finding, objects: number }) => {
      return `  ${severityText(finding, paint)} ${finding.rule} in ${plural(number, 'object')}: ${inspectionRules[finding.rule].explanation}\n          ${paint(finding.source, '2')}`;
    }),
  ];
}

function factsText({ facts }: Inspection): string {
  if (facts === undefined) return '';
  const { rows, bytes, classUids, minTime, maxTime } = facts;
  const times = minTime === undefined || maxTime === undefined ? '' : `, ${safeTime(minTime)} to ${safeTime(maxTime)}`;
  return `\n      ${plural(rows, 'row')}, ${sized(bytes)}, class ${classUids.join(', ') || 'none'}${times}`;
}

/** Times of other writers may be in any unit, beyond what a date can be. */
function safeTime(time: number): string {
  return Math.abs(time) <= 8.64e15 ? timestamp(time) : String(time);
}

function findingText(finding: InspectionFinding, paint: Paint): string {
  const at = finding.path === undefined ? '' : ` ${printable(finding.path)}:`;
  return `      ${severityText(finding, paint)} ${finding.rule}:${at} ${printable(finding.message)}`;
}

function severityText({ severity }: InspectionFinding, paint: Paint): string {
  return paint(severity, severity === 'error' ? '31' : severity === 'warning' ? '33' : '2');
}
