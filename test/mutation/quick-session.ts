import { Worker } from 'node:worker_threads';
import type { FirstRun, KnownTest } from './test-session.ts';

/** What a thread is started with. */
export interface WorkerData {
  readonly folder: string;
  readonly pulse: SharedArrayBuffer;
}

export interface FirstPassRequest {
  readonly kind: 'first pass';
  /** Sources whose functions note that they ran. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Tests to be run in this order, with one file changed or none. */
export interface Attempt {
  readonly kind: 'attempt';
  readonly changed: { readonly file: string; readonly text: string } | undefined;
  readonly tests: readonly (Pick<KnownTest, 'file' | 'name' | 'ms'> & { readonly id: number })[];
  readonly budgetMs: number;
}

export type Request = FirstPassRequest | Attempt;

/** Late is a test that did not end. */
export type Outcome =
  | { readonly kind: 'survived' | 'late' }
  | { readonly kind: 'noticed'; readonly by: number; readonly message: string };

/** Runs tests in a thread, without vitest; a thread that does not answer is replaced. */
export interface QuickSession {
  firstPass(sources: Readonly<Record<string, string>>): Promise<FirstRun>;
  /** The tests in this order, until one fails; without a change all of them. */
  attempt(changed: Attempt['changed'], tests: readonly KnownTest[]): Promise<Outcome>;
  /** With a new thread from here on. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Of tests that a mutant passes no more are run than this takes: less than vitest would take for them. */
const budgetMs = 8000;
/** What an attempt may take in all, whatever a mutant does to the clocks that tests are timed by. */
const longestAttemptMs = 40_000;
/** What a busy machine may take beside a test's own time. */
const slackMs = 2000;

const notEnding =
  'The tests do not end as they are: see with vitest which, or try again when the machine is less busy.';

export function openQuickSession(folder: string): QuickSession {
  let thread = startThread(folder);
  const restart = async (): Promise<void> => {
    await thread.worker.terminate();
    thread = startThread(folder);
  };
  return {
    restart,
    close: async () => void (await thread.worker.terminate()),
    async firstPass(sources) {
      const answer = await thread.ask({ kind: 'first pass', sources }, Infinity);
      if (answer === undefined || 'kind' in answer) throw new Error(notEnding);
      await restart();
      return answer;
    },
    async attempt(changed, tests) {
      const numbered = tests.map(({ file, name, ms }, id) => ({ id, file, name, ms }));
      const budget = changed === undefined ? Infinity : budgetMs;
      // Twice, because the machine may have been busy.
      for (let count = 0; count < 2; count++) {
        const request: Request = { kind: 'attempt', changed, tests: numbered, budgetMs: budget };
        const answer = await thread.ask(request, changed === undefined ? Infinity : longestAttemptMs);
        if (answer !== undefined && 'kind' in answer && answer.kind !== 'late') return answer;
        await restart();
      }
      if (changed === undefined) throw new Error(notEnding);
      return { kind: 'late' };
    },
  };
}

interface Thread {
  readonly worker: Worker;
  /** Nothing where the thread does not answer any more. */
  ask(request: Request, withinMs: number): Promise<FirstRun | Outcome | undefined>;
}

function startThread(folder: string): Thread {
  const pulse = new SharedArrayBuffer(8);
  const worker = new Worker(new URL('quick-worker.ts', import.meta.url), {
    workerData: { folder, pulse } satisfies WorkerData,
    execArgv: ['--conditions=source', '--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: 1500 },
    stdout: true,
    stderr: true,
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
  // What tests print is nobody's business.
  worker.stdout.resume();
  worker.stderr.resume();
  worker.on('error', (error) => (console.error(error), end(undefined))).on('exit', () => end(undefined));
  return {
    worker,
    ask(request, withinMs) {
      const { promise: answered, resolve } = Promise.withResolvers<FirstRun | Outcome>();
      worker.once('message', resolve);
      worker.postMessage(request, []);
      const watch = watchOver(new Int32Array(pulse), withinMs);
      return Promise.race([answered, ended, watch.late]).finally(() => watch.stop());
    },
  };
}

/** The unit in which a thread is looked at: a machine that stood still for a while counts as one. */
const stepMs = 50;

/** Says when no test has begun for longer than the present one may take, or all of them have taken too long. */
function watchOver(pulse: Int32Array, withinMs: number): { readonly late: Promise<undefined>; stop(): void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let count = Atomics.load(pulse, 0);
  let quiet = 0;
  let total = 0;
  const timer = setInterval(() => {
    const now = Atomics.load(pulse, 0);
    quiet = now === count ? quiet + stepMs : 0;
    count = now;
    // A thread that has just been started loads packages first.
    const allowed = count === 0 ? 60_000 : Atomics.load(pulse, 1) + slackMs;
    total += stepMs;
    if (quiet > allowed || total > withinMs) resolve(undefined);
  }, stepMs);
  return { late: promise, stop: () => clearInterval(timer) };
}
