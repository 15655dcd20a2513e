import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type Candidate, changeOf, lineOf } from './candidates.ts';
import { repository } from './workplace.ts';

/**
 * Why no test can notice a change: an entry of `mutants.yaml` in a workspace. It holds for the mutants of `file` that begin
 * in a line that reads `line`; for all of them, or those whose change reads `change`.
 */
export interface Explanation {
  readonly file: string;
  readonly line: string;
  readonly change?: string;
  readonly reason: string;
}

/** Those of a workspace, from its `mutants.yaml`. */
export function explanationsOf(workspace: string): readonly Explanation[] {
  const path = join(repository, workspace, 'mutants.yaml');
  if (!existsSync(path)) return [];
  const entries: unknown = parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(entries)) throw new Error(`${path} has to be a list of file, line, change and reason.`);
  return entries.map((entry, index) => checked(entry, `${path}, entry ${index + 1}`));
}

function checked(entry: unknown, where: string): Explanation {
  const { file, line, change, reason, ...others } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof file !== 'string' || typeof line !== 'string' || typeof reason !== 'string' || reason.length < 10)
    throw new Error(`${where} needs file, line and reason as texts, and a reason that a reader can accept.`);
  if (Object.keys(others).length > 0)
    throw new Error(`${where} has ${Object.keys(others).join(', ')}, which mean nothing.`);
  if (change === undefined) return { file, line, reason };
  if (typeof change !== 'string') throw new Error(`${where} has a change that is no text.`);
  return { file, line, change, reason };
}

export function explains({ file, line, change }: Explanation, mutant: Candidate): boolean {
  return file === mutant.file && line === lineOf(mutant) && (change === undefined || change === changeOf(mutant));
}

/** Those that hold for no mutant, because what they speak of has changed. */
export function staleExplanations(
  explanations: readonly Explanation[],
  mutants: readonly Candidate[],
): readonly Explanation[] {
  return explanations.filter((explanation) => !mutants.some((mutant) => explains(explanation, mutant)));
}

/** A survivor as an entry that only lacks its reason. */
export function entryFor(mutant: Candidate): string {
  const { file } = mutant;
  return stringify([{ file, line: lineOf(mutant), change: changeOf(mutant), reason: '' }], { lineWidth: 0 });
}
