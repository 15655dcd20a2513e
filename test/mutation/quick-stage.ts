import type { Candidate } from './candidates.ts';
import type { Tried } from './fates.ts';
import { orderOf } from './nearness.ts';
import { openQuickSession, type QuickSession } from './quick-session.ts';
import type { FirstRun, KnownTest } from './test-session.ts';
import { textsWith } from './together.ts';
import { wavesOf } from './waves.ts';

interface Sifted extends Tried {
  /** The test that noticed it. */
  readonly by?: KnownTest;
}

/** Tries mutants by tests that take little, within this process. */
export interface QuickStage {
  readonly first: FirstRun;
  /** In the order of the mutants, some at a time. Those of what is no TypeScript survive: modules alone are run. */
  sift(mutants: readonly Candidate[]): AsyncGenerator<Tried>;
  close(): Promise<void>;
}

/** Mutants that are tried before the tests that noticed them are tried without a mutant. */
const batchSize = 50;
/** Batches after which a thread is replaced, with what it has heaped up. */
const batchesPerThread = 40;

export async function openQuickStage(
  folder: string,
  sources: Readonly<Record<string, string>>,
  threads: number,
): Promise<QuickStage> {
  const sessions = Array.from({ length: threads }, () => openQuickSession(folder));
  const first = await sessions[0]!.firstPass(sources);
  const wavesFor = wavesOf(first);
  const inOrder = orderOf(first.tests);
  const testsFor: TestsFor = (mutant) => inOrder(mutant, wavesFor(mutant).flat());
  const lanes = sessions.map((session) => createLane(session, testsFor));
  return {
    first,
    async *sift(mutants) {
      const batches = inBatches(mutants);
      for (let index = 0; index < batches.length; index += lanes.length) {
        const results = await Promise.all(lanes.map((lane, offset) => lane(batches[index + offset] ?? [])));
        yield* results.flat();
      }
    },
    close: async () => void (await Promise.all(sessions.map((session) => session.close()))),
  };
}

function inBatches(mutants: readonly Candidate[]): readonly (readonly Candidate[])[] {
  return Array.from({ length: Math.ceil(mutants.length / batchSize) }, (_, index) =>
    mutants.slice(index * batchSize, (index + 1) * batchSize),
  );
}

/** The tests that can notice a mutant, the likely ones first. */
type TestsFor = (mutant: Candidate) => readonly KnownTest[];

type Lane = (batch: readonly Candidate[]) => Promise<readonly Sifted[]>;

function createLane(session: QuickSession, testsFor: TestsFor): Lane {
  const unreliable = new Set<KnownTest>();
  /** Those that noticed a mutant of a file, the latest last. */
  const killers = new Map<string, Set<KnownTest>>();
  let batches = 0;

  const attempt = async (mutant: Candidate): Promise<Sifted> => {
    const { file } = mutant;
    if (!file.endsWith('.ts')) return { mutant, fate: 'survives' };
    const killed = killers.get(file) ?? new Set();
    killers.set(file, killed);
    const tests = withFirst([...killed].toReversed(), testsFor(mutant)).filter((test) => !unreliable.has(test));
    if (tests.length === 0) return { mutant, fate: 'is reached by no test' };
    const outcome = await session.attempt({ file, text: textsWith([mutant]).get(file) ?? '' }, tests);
    if (outcome.kind !== 'noticed') return { mutant, fate: outcome.kind === 'late' ? 'late' : 'survives' };
    const by = tests[outcome.by]!;
    killed.delete(by);
    killed.add(by);
    return { mutant, fate: 'noticed', by };
  };

  /** A test that fails without a mutant as well has noticed nothing: what it noticed is tried again without it. */
  const sift: Lane = async (batch) => {
    if (batches++ % batchesPerThread === batchesPerThread - 1) await session.restart();
    const results: Sifted[] = [];
    for (const mutant of batch) results.push(await attempt(mutant));
    const failing = await failingOf(new Set(results.flatMap(({ by }) => by ?? [])), session);
    if (failing.size === 0) return results;
    for (const test of failing) unreliable.add(test);
    await session.restart();
    const doubted = results.filter(({ by }) => by !== undefined && failing.has(by));
    const again = new Map((await sift(doubted.map(({ mutant }) => mutant))).map((each) => [each.mutant, each]));
    return results.map((each) => again.get(each.mutant) ?? each);
  };
  return sift;
}

/** Tests that fail without a mutant. */
async function failingOf(tests: Iterable<KnownTest>, session: QuickSession): Promise<ReadonlySet<KnownTest>> {
  const failing = new Set<KnownTest>();
  for (let rest = [...tests]; rest.length > 0;) {
    const outcome = await session.attempt(undefined, rest);
    if (outcome.kind !== 'noticed') break;
    failing.add(rest[outcome.by]!);
    rest = rest.slice(outcome.by + 1);
  }
  return failing;
}

/** Those that noticed the mutants before it come first. */
function withFirst(killers: readonly KnownTest[], tests: readonly KnownTest[]): readonly KnownTest[] {
  const able = new Set(tests);
  return [...new Set([...killers.filter((test) => able.has(test)), ...tests])];
}
