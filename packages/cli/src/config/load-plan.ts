import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import type { Io } from '../terminal/io.ts';
import { loadConfig } from './load-config.ts';
import type { RunPlan } from './plan.ts';
import { showProblems } from './validate-file.ts';

/** The plan of a configuration for a command that does something else than run it. Ends the command where it is wrong. */
export async function loadPlan(file: string, io: Io): Promise<RunPlan> {
  const loaded = await loadConfig(file, io.environment);
  showProblems(file, loaded, io);
  if (loaded.plan === undefined) throw new CommandError(exitCode.badConfig, `${file} is not valid.`);
  return loaded.plan;
}
