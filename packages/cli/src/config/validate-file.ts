import { exitCode, type ExitCode } from '../exit-code.ts';
import { placeText } from '../run/announce.ts';
import { plural } from '../terminal/amounts.ts';
import { usesColor, type Io } from '../terminal/io.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import type { RunPlan } from './plan.ts';
import { showProblem } from './show-problems.ts';

export interface ValidateOptions {
  readonly format: 'text' | 'json';
}

/** `sluice validate`: everything that is wrong with a configuration, without running it. */
export async function validate(file: string, { format }: ValidateOptions, io: Io): Promise<ExitCode> {
  const loaded = await loadConfig(file, io.environment);
  if (format === 'json') io.stdout.write(`${jsonReport(file, loaded)}\n`);
  else {
    showProblems(file, loaded, io);
    if (loaded.plan !== undefined) io.stdout.write(`${file} is valid: ${planText(loaded.plan)}\n`);
  }
  return loaded.plan === undefined ? exitCode.badConfig : exitCode.ok;
}

const mostShown = 100;

/** All problems on stderr, and their number where there are several. */
export function showProblems(file: string, { problems, text }: LoadedConfig, { stderr, environment }: Io): void {
  const color = usesColor(stderr, environment);
  for (const problem of problems.slice(0, mostShown)) stderr.write(`${showProblem(problem, { file, text, color })}\n`);
  if (problems.length > mostShown) stderr.write(`… and ${problems.length - mostShown} more\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) stderr.write(`${plural(errors, 'error')} in ${file}\n`);
}

function planText({ pipelines, lake }: RunPlan): string {
  return `${plural(pipelines.length, 'pipeline')} to ${placeText(lake)}`;
}

function jsonReport(file: string, { problems, plan }: LoadedConfig): string {
  const flat = problems.map(({ position, ...problem }) => ({ file, ...position, ...problem }));
  return JSON.stringify({ file, valid: plan !== undefined, problems: flat }, undefined, 2);
}
