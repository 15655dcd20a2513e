import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One case of a fixtures folder: an input and the events that it must become. */
export interface GoldenCase {
  readonly name: string;
  /** The raw records, in order. */
  readonly records: readonly Buffer[];
  readonly goldenPath: string;
}

const goldenSuffix = '.ocsf.json';

/**
 * The cases of a folder, by name. `<case>.log` holds one record a line (empty lines are none); `<case>.json`,
 * `<case>.xml` and `<case>.txt` hold one record in the whole file.
 */
export function listGoldenCases(fixtures: string): readonly GoldenCase[] {
  const cases: GoldenCase[] = [];
  for (const file of readdirSync(fixtures).toSorted()) {
    if (file.endsWith(goldenSuffix)) continue;
    const match = /^(?<name>.+)\.(?<extension>log|json|xml|txt)$/.exec(file);
    if (match?.groups === undefined) continue;
    const { name = '', extension } = match.groups;
    const bytes = readFileSync(join(fixtures, file));
    const records = extension === 'log' ? linesOf(bytes) : [bytes];
    cases.push({ name, records, goldenPath: join(fixtures, `${name}${goldenSuffix}`) });
  }
  return cases;
}

/** The golden of a case; undefined where it was not written yet. */
export function readGolden(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

export function writeGolden(path: string, results: unknown): void {
  writeFileSync(path, `${JSON.stringify(results, undefined, 2)}\n`);
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found;
    if (end > start) lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
