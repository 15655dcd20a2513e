import { Command, Option } from 'commander';
import { loadConfig, type LoadedConfig } from '../config/load-config.ts';
import type { RunPlan } from '../config/plan.ts';
import { showProblem } from '../config/show-problems.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { placeText } from '../run/announce.ts';
import type { End } from '../program.ts';
import { plural } from '../terminal/amounts.ts';
import { usesColor, type Io } from '../terminal/io.ts';

export interface ValidateOptions {
  readonly format: 'text' | 'json';
}

export function validateCommand(io: Io, end: End): Command {
  return new Command('validate')
    .description('Say everything that is wrong with a configuration file, without running it.')
    .argument('<config>', 'the YAML file')
    .addOption(new Option('--format <format>', 'how to say it').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nExits with 0, or with 78 when something is wrong.\n\nExample:\n  sluice validate sluice.yaml',
    )
    .action(async (file: string, options: ValidateOptions) => end(await validate(file, options, io)));
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
