import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type Mutant, mutantsOf } from './mutants.ts';
import { functionAround, functionsOf } from './reached.ts';
import { readSource, repository } from './workplace.ts';
import { yamlMutantsOf } from './yaml-mutants.ts';

/** A mutant of a workspace. */
export interface Candidate extends Mutant {
  readonly file: string;
  /** The file as it was when the run began: somebody may be working on it. */
  readonly source: string;
  readonly functionId: string | undefined;
}

/** Files of a workspace that behave: not its tests, nor what is generated or only passes on names. */
export function sourcesOf(workspace: string): readonly string[] {
  return globSync(['src/**/*.ts', 'src/**/*.yaml', '*.ts', '*.yaml'], { cwd: join(repository, workspace) })
    .filter((file) => !/\.(?:test|fixture)\.ts$|\/(?:tests|fixtures|generated|testing)\/|index\.ts$/.test(file))
    .filter((file) => !/^(?:vitest\.config\.ts|mutants\.yaml|sluice\.yaml)$/.test(file))
    .toSorted();
}

export function candidatesIn(workspace: string, file: string): readonly Candidate[] {
  const source = readSource(workspace, file);
  if (!file.endsWith('.ts'))
    return yamlMutantsOf(source).map((mutant) => ({ ...mutant, file, source, functionId: undefined }));
  const functions = functionsOf(source, file);
  return mutantsOf(source, file).map((mutant) => ({
    ...mutant,
    file,
    source,
    functionId: functionAround(functions, mutant.start, mutant.end),
  }));
}

export function lineNumber({ source, start }: Candidate): number {
  return source.slice(0, start).split('\n').length;
}

/** The line that a candidate begins in, without the spaces around it. */
export function lineOf({ source, start }: Candidate): string {
  const begin = source.lastIndexOf('\n', start - 1) + 1;
  const end = source.indexOf('\n', start);
  return source.slice(begin, end < 0 ? undefined : end).trim();
}

/** What is changed and to what, in one line. */
export function changeOf({ kind, source, start, end, replacement }: Candidate): string {
  const before = source.slice(start, end).replaceAll(/\s+/g, ' ');
  return kind.endsWith('left out')
    ? `${kind}: ${shortened(before)}`
    : `${shortened(before)} → ${shortened(replacement)}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
