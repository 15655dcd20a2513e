import { diagnose, openControlPlane, type DiagnoseOptions, type DoctorStep } from '@sluice/core/security-lake';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { configuredSources } from '../source/wanted-sources.ts';
import { plural } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { doctorTargets } from './targets.ts';

export interface DoctorOptions {
  readonly readOnly?: boolean;
  readonly output: 'text' | 'json';
  readonly athenaWorkgroup?: string;
  readonly athenaOutput?: string;
}

/** `sluice doctor`: tells every step as it is taken; JSON as one document at the end. */
export async function doctorCommand(file: string, options: DoctorOptions, io: Io): Promise<ExitCode> {
  const { readOnly = false, output } = options;
  const athena = athenaOf(options);
  const { plan } = await configuredSources(file, io);
  if (plan.lake.kind === 'folder')
    throw new CommandError(exitCode.badConfig, `${file}: its lake is a folder; there is nothing of AWS to look at.`);
  const targets = doctorTargets(plan, plan.lake);
  const plane = openControlPlane({ region: plan.region });
  const steps: DoctorStep[] = [];
  try {
    for await (const step of diagnose(plane, { targets, readOnly, ...athena })) {
      steps.push(step);
      if (output === 'text') for (const line of stepLines(step)) io.stdout.write(`${line}\n`);
    }
  } finally {
    plane.close();
  }
  const failed = steps.filter(({ status }) => status === 'failed');
  if (output === 'json') io.stdout.write(`${JSON.stringify({ healthy: failed.length === 0, steps }, undefined, 2)}\n`);
  else io.stdout.write(failed.length === 0 ? 'All is well.\n' : `${plural(failed.length, 'problem')}.\n`);
  return exitCodeOf(failed);
}

function athenaOf({ athenaWorkgroup: workGroup, athenaOutput }: DoctorOptions): Pick<DiagnoseOptions, 'athena'> {
  if (workGroup === undefined) return {};
  return { athena: { workGroup, ...(athenaOutput === undefined ? {} : { output: athenaOutput }) } };
}

function stepLines({ status, check, subject, detail, remedy }: DoctorStep): readonly string[] {
  return [
    `${status.padEnd(8)}${check.padEnd(14)}${subject}: ${detail}`,
    ...(remedy === undefined ? [] : [`${' '.repeat(8)}→ ${remedy}`]),
  ];
}

function exitCodeOf(failed: readonly DoctorStep[]): ExitCode {
  if (failed.length === 0) return exitCode.ok;
  return failed.some(({ missing, check }) => missing !== undefined || check === 'credentials')
    ? exitCode.noPermission
    : exitCode.failed;
}
