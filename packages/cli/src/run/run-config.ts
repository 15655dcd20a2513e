import { loadConfig } from '../config/load-config.ts';
import type { RunPlan } from '../config/plan.ts';
import { showProblem } from '../config/show-problems.ts';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import { plural } from '../terminal/amounts.ts';
import { runPlan, type RunningPipeline, type RunOptions } from './run-plan.ts';

export interface RunConfigOptions extends RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what will run, before anything is opened. */
  readonly onPlan?: (plan: RunPlan) => void;
}

export interface RunResult {
  readonly pipelines: readonly RunningPipeline[];
  readonly exitCode: ExitCode;
}

/**
 * Runs a configuration file as `sluice run` does, for a host with a display of its own. Resolves when all pipelines
 * have ended; rejects with a `CommandError` of exit code 78, all problems in its message, when the file does not hold.
 */
export async function runConfig(path: string, options: RunConfigOptions): Promise<RunResult> {
  const { plan, problems, text } = await loadConfig(path, options.environment);
  if (plan === undefined) {
    const shown = problems.map((problem) => showProblem(problem, { file: path, text, color: false }));
    throw new CommandError(exitCode.badConfig, `${shown.join('\n')}\n${plural(problems.length, 'problem')} in ${path}`);
  }
  options.onPlan?.(plan);
  const pipelines = await runPlan(plan, options);
  return { pipelines, exitCode: exitCodeOfRun(pipelines) };
}

/** Undelivered data is the gravest; otherwise the first failure says it. */
export function exitCodeOfRun(pipelines: readonly RunningPipeline[]): ExitCode {
  const codes = pipelines.flatMap(({ outcome }) => (outcome?.kind === 'failed' ? [exitCodeOf(outcome.error)] : []));
  return codes.find((code) => code === exitCode.undelivered) ?? codes[0] ?? exitCode.ok;
}
