import { createEventValidator, parseExact, type Finding, type Validator } from '@sluice/ocsf';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { counted, plural } from '../terminal/amounts.ts';
import { usesColor, type Io } from '../terminal/io.ts';
import { printable } from '../terminal/printable.ts';
import { tableLines } from '../terminal/table.ts';
import { chooseCatalogue, type CatalogueOptions } from './choose-catalogue.ts';
import { linesOf, longestLine, type Line } from './lines.ts';

export interface ValidateEventsOptions extends CatalogueOptions {
  readonly recommended?: boolean;
  readonly format: 'text' | 'json';
  /** Findings to show one by one; the summary counts all. */
  readonly show: number;
}

type Found = Pick<Finding, 'severity' | 'path' | 'message'> & { readonly code: string };

/** `sluice ocsf validate`: events as JSON lines, by the rules of OCSF. */
export async function validateEvents(
  files: readonly string[],
  options: ValidateEventsOptions,
  io: Io,
): Promise<ExitCode> {
  const catalogue = await chooseCatalogue(options);
  const validator = createEventValidator(catalogue, { recommended: options.recommended ?? false, exactNumbers: true });
  const tally = new Tally();
  for (const file of files) {
    for await (const line of linesOf(file)) {
      if ('text' in line && line.text.trim() === '') continue;
      const findings = findingsOf(line, validator);
      tally.add(findings);
      show(file, line, findings, tally, options, io);
      await io.stdout.drained();
    }
  }
  if (options.format === 'text') for (const text of tally.lines(catalogue.release, io)) io.stdout.write(`${text}\n`);
  return tally.failed === 0 ? exitCode.ok : exitCode.badData;
}

function findingsOf(line: Line, validator: Validator): readonly Found[] {
  if (!('text' in line)) return [unreadable('line_too_long', `the line is longer than ${longestLine} bytes`)];
  let event: unknown;
  try {
    event = parseExact(line.text);
  } catch (error) {
    return [unreadable('not_json', `not JSON: ${error instanceof Error ? error.message : String(error)}`)];
  }
  return validator(event);
}

function unreadable(code: string, message: string): Found {
  return { severity: 'error', code, path: '', message };
}

function show(
  file: string,
  { number }: Line,
  findings: readonly Found[],
  tally: Tally,
  { format, show: most }: ValidateEventsOptions,
  { stdout }: Io,
): void {
  for (const { severity, code, path, message } of findings) {
    if (format === 'json') stdout.write(`${JSON.stringify({ file, line: number, severity, code, path, message })}\n`);
    else if (tally.shown++ < most) stdout.write(`${file}:${number}: ${severity}: ${printable(message)} [${code}]\n`);
  }
}

/** Array places are one place to a person who has a mapping to mend. */
function placeOf(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '[]').slice(0, 120);
}

const mostPlaces = 10_000;

class Tally {
  events = 0;
  failed = 0;
  shown = 0;
  #findings = 0;
  readonly #counts = new Map<string, { readonly row: readonly string[]; count: number }>();

  add(findings: readonly Found[]): void {
    this.events++;
    if (findings.some(({ severity }) => severity === 'error')) this.failed++;
    for (const { severity, code, path } of findings) {
      this.#findings++;
      const row = [severity, code, placeOf(path)];
      const key = row.join(' ');
      const known = this.#counts.get(key);
      if (known !== undefined) known.count++;
      else if (this.#counts.size < mostPlaces) this.#counts.set(key, { row, count: 1 });
    }
  }

  lines(release: string, io: Io): readonly string[] {
    const rows = [...this.#counts.values()].toSorted((a, b) => b.count - a.count).slice(0, 50);
    const table = tableLines(
      ['count', 'severity', 'code', 'path'],
      rows.map(({ row, count }) => [counted(count), ...row.map(printable)]),
      { right: [0] },
    );
    const verdict = `${plural(this.events, 'event')} by OCSF ${release}: ${counted(this.events - this.failed)} valid, ${counted(this.failed)} not, ${plural(this.#findings, 'finding')}`;
    const color = usesColor(io.stdout, io.environment);
    return [
      ...(rows.length === 0 ? [] : ['', ...table, '']),
      color ? `\u001B[${this.failed === 0 ? '32' : '31'}m${verdict}\u001B[0m` : verdict,
    ];
  }
}
