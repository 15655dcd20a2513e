import type { LetterFilter } from '@sluice/core/dead-letters';
import type { ObjectStore } from '@sluice/core';
import { loadPlan } from '../config/load-plan.ts';
import type { RunPlan } from '../config/plan.ts';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { openPlace } from '../run/open-place.ts';
import type { Io } from '../terminal/io.ts';

/** What all commands about dead letters take. */
export interface LetterOptions {
  readonly pipeline?: string;
  readonly reason?: readonly string[];
  /** Epoch milliseconds. */
  readonly since?: number;
  readonly json?: boolean;
}

export function filterOf({ pipeline, reason, since }: LetterOptions): LetterFilter {
  return { pipeline, since, reasons: reason };
}

/** Opens the dead letters of a configuration for the time of `use`. */
export async function withLetters<Result>(
  file: string,
  { pipeline }: LetterOptions,
  io: Io,
  use: (letters: ObjectStore, plan: RunPlan) => Promise<Result>,
): Promise<Result> {
  const plan = await loadPlan(file, io);
  if (pipeline !== undefined && !plan.pipelines.some(({ name }) => name === pipeline)) {
    const names = plan.pipelines.map(({ name }) => name).join(', ');
    throw new CommandError(exitCode.usage, `There is no pipeline "${pipeline}" in ${file}: it has ${names}.`);
  }
  const letters = openPlace(plan.deadLetters);
  try {
    return await use(letters, plan);
  } finally {
    await letters.close();
  }
}
