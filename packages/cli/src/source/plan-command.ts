import { listSources, openControlPlane, planSources, type SourcesPlan } from '@sluice/core/security-lake';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { Io } from '../terminal/io.ts';
import { plural } from '../terminal/amounts.ts';
import { tableLines } from '../terminal/table.ts';
import type { OutputOptions } from './output.ts';
import { configuredSources } from './wanted-sources.ts';

export interface PlanOptions extends OutputOptions {
  /** Plans as if nothing existed, without asking AWS. */
  readonly offline?: boolean;
}

/** `sluice source plan`: which custom sources a configuration needs, what exists, what is left of the 50. */
export async function planCommand(file: string, options: PlanOptions, io: Io): Promise<ExitCode> {
  const { plan, sources } = await configuredSources(file, io);
  const existing = options.offline === true ? [] : await existingSources(plan.region);
  const result = planSources(sources, existing);
  if (options.output === 'json') io.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  else for (const line of planLines(result)) io.stdout.write(`${line}\n`);
  return result.left < 0 ? exitCode.badConfig : exitCode.ok;
}

async function existingSources(region: string): ReturnType<typeof listSources> {
  const plane = openControlPlane({ region });
  try {
    return await listSources(plane, { regions: [] });
  } finally {
    plane.close();
  }
}

function planLines({ sources, others, left, shareable, outside }: SourcesPlan): readonly string[] {
  const rows = sources.map((source) => [
    source.action,
    source.name,
    source.region,
    source.className,
    source.eventClass ?? 'none: not registered with event classes',
    source.wantedBy,
  ]);
  return [
    ...tableLines(['action', 'source', 'region', 'class', 'event class', 'wanted by'], rows),
    '',
    `${plural(others.length, 'other source')}; ${left} of 50 left.`,
    ...shareable.map(
      ({ className, region, names }) => `${names.join(', ')} (${className}, ${region}) could be one source.`,
    ),
    ...outside.map((name) => `Does not fit into the 50: ${name}`),
  ];
}
