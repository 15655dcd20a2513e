/**
 * `npm run mutate -- connectors/syslog [--sample 100 | --all] [--seed 1] [--only PATH] [--from 1] [--quick] [--workers 1]`:
 * changes one clause at a time in a copy of a workspace and runs the tests that reach it, the quickest first: as functions
 * in a thread; what survives there by vitest, with all tests. A mutant that no test notices is a survivor: a test is missing
 * there, or the clause does nothing and should go, or `mutants.yaml` of the workspace explains it. `--quick` leaves out
 * vitest; `--explained` tries the explained ones alone; `--from` goes on where a run was ended.
 * Exits with 1 where there are survivors, or explanations that no longer hold.
 */
import { parseArgs } from 'node:util';
import { type Candidate, candidatesIn, changeOf, lineNumber, sourcesOf } from './candidates.ts';
import { entryFor, explains, explanationsOf, staleExplanations } from './explained.ts';
import { isSurvivor, thoroughFates, type Tried } from './fates.ts';
import { openQuickStage } from './quick-stage.ts';
import { shuffled } from './shuffled.ts';
import type { FirstRun } from './test-session.ts';
import { openThoroughStage, type ThoroughStage } from './thorough-stage.ts';
import { durationOf } from './waves.ts';
import { copyWorkspace } from './workplace.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '100' },
    all: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
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
const sample = values.all || values.explained ? open : shuffled(open, Number(values.seed)).slice(0, wanted);
const chosen = sample.slice(Number(values.from) - 1);
console.log(
  `${workspace}: ${chosen.length} of ${open.length} mutants, seed ${values.seed}; ${explanations.length} explanations`,
);

const sources = Object.fromEntries(
  all.filter(({ file }) => file.endsWith('.ts')).map(({ file, source }) => [file, source]),
);
const place = copyWorkspace(workspace);
// What a mutant writes to a path that is none is removed with the copy.
process.chdir(place.folder);
const quick = await openQuickStage(place.folder, sources, Number(values.workers));
/** Opened by the first mutant that survives the quick tests. */
let thorough: Promise<ThoroughStage> | undefined;
try {
  tell(quick.first);
  const start = performance.now();
  const tried: Tried[] = [];
  const sifted = quick.sift(chosen);
  for await (const each of values.quick ? sifted : thoroughFates(sifted, tryThoroughly)) {
    tried.push(each);
    // At once: a run may be ended before its end.
    if (isSurvivor(each.fate) && !values.explained) console.log(`\n${described(each)}`);
    process.stderr.write(`\r${tried.length} of ${chosen.length}, ${survivorsOf(tried).length} survive `);
  }
  process.stderr.write('\n');
  report(tried, (performance.now() - start) / 1000);
} finally {
  await quick.close();
  await (await thorough)?.close();
  place.remove();
}

async function tryThoroughly(mutants: readonly Candidate[]): Promise<readonly Tried[]> {
  if (thorough === undefined) {
    thorough = openThoroughStage(place, sources);
    tell((await thorough).first);
  }
  return (await thorough).fatesOf(mutants);
}

function tell({ tests, failures }: FirstRun): void {
  console.log(`${tests.length} tests, ${(durationOf(tests) / 1000).toFixed(1)} s`);
  if (failures.length > 0)
    console.log(`left out, because they fail as they are:\n  ${failures.map(firstLine).join('\n  ')}`);
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.slice(0, 200);
}

function survivorsOf(tried: readonly Tried[]): readonly Tried[] {
  return tried.filter(({ fate }) => isSurvivor(fate));
}

function report(tried: readonly Tried[], seconds: number): void {
  const survivors = survivorsOf(tried);
  const complaints = [
    ...stale.map(({ file, line }) => `${file}: no mutant is explained any more by: ${line}`),
    ...(values.explained ? explainedYetNoticed(survivors) : []),
  ];
  for (const complaint of complaints) console.log(complaint);
  const late = tried.filter(({ fate }) => fate === 'late').length;
  const each = (seconds / Math.max(1, tried.length)).toFixed(3);
  console.log(
    `${tried.length - survivors.length} of ${tried.length} noticed, ${late} of them late; ` +
      `${survivors.length} survive; ${each} s each`,
  );
  process.exitCode = complaints.length === 0 && (values.explained || survivors.length === 0) ? 0 : 1;
}

function explainedYetNoticed(survivors: readonly Tried[]): readonly string[] {
  return explanations
    .filter((one) => !stale.includes(one) && !survivors.some(({ mutant }) => explains(one, mutant)))
    .map(({ file, line }) => `${file}: a test notices what is explained as unnoticeable: ${line}`);
}

/** With the entry of `mutants.yaml` that lacks only its reason. */
function described({ mutant, fate }: Tried): string {
  const where = `${workspace}/${mutant.file}:${lineNumber(mutant)}`;
  return `${where} ${fate}: ${changeOf(mutant)}\n${entryFor(mutant)}`;
}
