/**
 * `npm run mutate -- connectors/syslog [--sample 40] [--seed 1] [--only PATH] [--tests PATH] [--name REGEXP]`: changes one
 * clause at a time in a copy of a workspace and runs its tests, or those with such paths and names. A mutant that no test
 * notices is a survivor: a test is missing there, or the clause does nothing. Exits with 1 when there are survivors.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants.ts';
import { shuffled } from './shuffled.ts';
import { copyWorkspace, readSource, type Workplace } from './workplace.ts';
import { yamlMutantsOf } from './yaml-mutants.ts';

interface Candidate extends Mutant {
  readonly file: string;
  /** The file as it was when the run began: somebody may be working on it. */
  readonly source: string;
}

const repository = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    tests: { type: 'string', multiple: true, default: [] },
    name: { type: 'string' },
  },
});
const workspace = positionals[0];
if (workspace === undefined) {
  console.error(
    'Name a workspace: npm run mutate -- connectors/syslog [--sample 40] [--seed 1] [--only programs/] [--tests map]',
  );
  process.exit(2);
}

const files = globSync(['src/**/*.ts', 'src/**/*.yaml'], { cwd: join(repository, workspace) })
  .filter((file) => !/\.(?:test|fixture)\.ts$|\/(?:tests|fixtures|generated|testing)\/|index\.ts$/.test(file))
  .filter((file) => file.includes(values.only))
  .toSorted();
const all = files.flatMap((file) => candidatesIn(workspace, file));
const chosen = shuffled(all, Number(values.seed)).slice(0, Number(values.sample));
console.log(`${workspace}: ${chosen.length} of ${all.length} mutants in ${files.length} files, seed ${values.seed}`);

const which = { tests: values.tests, ...(values.name === undefined ? {} : { name: values.name }) };
const place = copyWorkspace(workspace);
try {
  const start = performance.now();
  if (!(await place.passes(undefined, { ...which, shows: true })))
    throw new Error(`The tests of ${workspace} do not pass as they are.`);
  const withinMs = 30_000 + 3 * (performance.now() - start);
  const survivors: Candidate[] = [];
  for (const [index, mutant] of chosen.entries()) {
    if (await survives(place, mutant, withinMs)) survivors.push(mutant);
    process.stderr.write(`\r${index + 1} of ${chosen.length}, ${survivors.length} survive `);
  }
  process.stderr.write('\n');
  for (const survivor of survivors) console.log(describe(workspace, survivor));
  const killed = chosen.length - survivors.length;
  console.log(`${killed} of ${chosen.length} noticed (${((100 * killed) / Math.max(1, chosen.length)).toFixed(1)}%)`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
} finally {
  place.remove();
}

function candidatesIn(folder: string, file: string): readonly Candidate[] {
  const source = readSource(folder, file);
  const mutants = file.endsWith('.ts') ? mutantsOf(source, file) : yamlMutantsOf(source);
  return mutants.map((mutant) => ({ ...mutant, file, source }));
}

async function survives(
  workplace: Workplace,
  { file, source, start, end, replacement }: Candidate,
  withinMs: number,
): Promise<boolean> {
  workplace.write(file, source.slice(0, start) + replacement + source.slice(end));
  try {
    // What is read as a file is not among what a test imports.
    return await workplace.passes(file.endsWith('.ts') ? file : undefined, { ...which, withinMs });
  } finally {
    workplace.write(file, source);
  }
}

function describe(folder: string, { file, source, kind, start, end, replacement }: Candidate): string {
  const line = source.slice(0, start).split('\n').length;
  const before = source.slice(start, end).replaceAll(/\s+/g, ' ').slice(0, 100);
  return `survives ${folder}/${file}:${line} ${kind}: ${before} → ${replacement.slice(0, 100) || '(nothing)'}`;
}
