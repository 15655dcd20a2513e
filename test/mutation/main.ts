/**
 * `npm run mutate -- connectors/syslog [--sample 100 | --all] [--seed 1] [--only PATH] [--tests PATH] [--quick]`: changes one
 * clause at a time in a copy of a workspace and runs the tests that reach it, the quickest first. A mutant that no test
 * notices is a survivor: a test is missing there, or the clause does nothing and should go, or `mutants.yaml` of the
 * workspace explains it. `--quick` leaves out tests that take long in sum; `--explained` tries the explained ones alone.
 * Exits with 1 where there are survivors, or explanations that no longer hold.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Candidate, candidatesIn, changeOf, lineNumber, sourcesOf } from './candidates.ts';
import { entryFor, explains, explanationsOf, staleExplanations } from './explained.ts';
import { functionsOf, noting } from './reached.ts';
import { shuffled } from './shuffled.ts';
import { type FirstRun, openTestSession, type TestSession } from './test-session.ts';
import { durationOf, wavesFor } from './waves.ts';
import { copyWorkspace, type Workplace } from './workplace.ts';

interface Survivor {
  readonly mutant: Candidate;
  readonly isReached: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '100' },
    all: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    tests: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    explained: { type: 'boolean', default: false },
  },
});
const [workspace] = positionals;
if (workspace === undefined) {
  console.error(
    'Name a workspace: npm run mutate -- connectors/syslog [--sample 100 | --all] [--only programs/] [--quick]',
  );
  process.exit(2);
}

const files = sourcesOf(workspace);
const all = files.flatMap((file) => candidatesIn(workspace, file));
const explanations = explanationsOf(workspace);
const stale = staleExplanations(explanations, all);
const open = all.filter(
  (mutant) =>
    mutant.file.includes(values.only) && explanations.some((each) => explains(each, mutant)) === values.explained,
);
const wanted = values.all || values.explained ? open.length : Number(values.sample);
const chosen = shuffled(open, Number(values.seed)).slice(0, wanted);
console.log(
  `${workspace}: ${chosen.length} of ${open.length} mutants, seed ${values.seed}; ${explanations.length} explanations`,
);

const place = copyWorkspace(workspace);
const session = await openTestSession(place.folder);
try {
  const first = await firstRun(place, session);
  const start = performance.now();
  const survivors: Survivor[] = [];
  for (const [index, mutant] of chosen.entries()) {
    const survivor = await tryOn(place, session, first, mutant);
    if (survivor !== undefined) {
      survivors.push(survivor);
      // At once: a run may be ended before its end.
      if (!values.explained) console.log(`\n${described(survivor)}`);
    }
    process.stderr.write(`\r${index + 1} of ${chosen.length}, ${survivors.length} survive `);
  }
  process.stderr.write('\n');
  report(survivors, (performance.now() - start) / 1000);
} finally {
  await session.close();
  place.remove();
}

/** With functions that note that they ran; the copy is as the workspace is afterwards. */
async function firstRun(workplace: Workplace, tests: TestSession): Promise<FirstRun> {
  const sources = all.filter(({ file }) => file.endsWith('.ts')).map(({ file, source }) => [file, source] as const);
  for (const [file, source] of new Map(sources)) workplace.write(file, noting(source, functionsOf(source, file)));
  const run = await tests.firstRun(values.tests);
  for (const [file, source] of new Map(sources)) workplace.write(file, source);
  console.log(`${run.tests.length} tests, ${(durationOf(run.tests) / 1000).toFixed(1)} s`);
  if (run.failures.length > 0)
    console.log(`left out, because they fail as they are:\n  ${run.failures.map(firstLine).join('\n  ')}`);
  return run;
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.slice(0, 200);
}

/** Nothing where a test notices it. */
async function tryOn(
  workplace: Workplace,
  tests: TestSession,
  first: FirstRun,
  mutant: Candidate,
): Promise<Survivor | undefined> {
  const { file, source, start, end, replacement } = mutant;
  const waves = wavesFor(mutant, first);
  workplace.write(file, source.slice(0, start) + replacement + source.slice(end));
  tests.changed(join(workplace.folder, file));
  try {
    for (const wave of values.quick && waves.length > 1 ? waves.filter((each) => durationOf(each) < 3000) : waves)
      if (!(await tests.passes(wave, 30_000 + 5 * durationOf(wave)))) return undefined;
    return { mutant, isReached: waves.length > 0 };
  } finally {
    workplace.write(file, source);
    tests.changed(join(workplace.folder, file));
  }
}

function report(survivors: readonly Survivor[], seconds: number): void {
  const complaints = [
    ...stale.map(({ file, line }) => `${file}: no mutant is explained any more by: ${line}`),
    ...(values.explained ? explainedYetNoticed(survivors) : []),
  ];
  for (const complaint of complaints) console.log(complaint);
  const noticed = chosen.length - survivors.length;
  const each = (seconds / Math.max(1, chosen.length)).toFixed(2);
  console.log(`${noticed} of ${chosen.length} noticed, ${each} s each`);
  process.exitCode = complaints.length === 0 && (values.explained || survivors.length === 0) ? 0 : 1;
}

function explainedYetNoticed(survivors: readonly Survivor[]): readonly string[] {
  return explanations
    .filter((one) => !stale.includes(one) && !survivors.some(({ mutant }) => explains(one, mutant)))
    .map(({ file, line }) => `${file}: a test notices what is explained as unnoticeable: ${line}`);
}

/** With the entry of `mutants.yaml` that lacks only its reason. */
function described({ mutant, isReached }: Survivor): string {
  const where = `${workspace}/${mutant.file}:${lineNumber(mutant)}`;
  return `${where} ${isReached ? 'survives' : 'is reached by no test'}: ${changeOf(mutant)}\n${entryFor(mutant)}`;
}
