import { listSources, openControlPlane, type RegisteredSource } from '@sluice/core/security-lake';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { Io } from '../terminal/io.ts';
import { tableLines } from '../terminal/table.ts';
import { sourceLines, type OutputOptions } from './output.ts';

export interface RegionOptions extends OutputOptions {
  readonly region?: string;
}

/** `sluice source list`: all custom sources, of one region or of all. */
export async function listCommand(options: RegionOptions, io: Io): Promise<ExitCode> {
  const sources = await sourcesOf(regionOf(options, io), options.region === undefined ? [] : [options.region]);
  if (options.output === 'json') io.stdout.write(`${JSON.stringify({ sources }, undefined, 2)}\n`);
  else {
    const rows = sources.map(({ name, version = '', region, location }) => [name, version, region, location]);
    for (const line of tableLines(['source', 'version', 'region', 'location'], rows)) io.stdout.write(`${line}\n`);
  }
  return exitCode.ok;
}

/** `sluice source describe`: what Security Lake says of the sources of that name. */
export async function describeCommand(name: string, options: RegionOptions, io: Io): Promise<ExitCode> {
  const region = regionOf(options, io);
  const sources = (await sourcesOf(region, [region])).filter((source) => source.name === name);
  if (sources.length === 0)
    throw new CommandError(exitCode.failed, `There is no custom source "${name}" in ${region}.`);
  if (options.output === 'json') io.stdout.write(`${JSON.stringify({ sources }, undefined, 2)}\n`);
  else
    for (const source of sources)
      for (const line of [source.name, ...sourceLines(source)]) io.stdout.write(`${line}\n`);
  return exitCode.ok;
}

/** The region that a command is about: as it says, or the environment. */
export function regionOf({ region }: Pick<RegionOptions, 'region'>, { environment }: Io): string {
  const found = region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];
  if (found === undefined || found === '')
    throw new CommandError(exitCode.usage, 'Say the region: --region, or AWS_REGION.');
  return found;
}

async function sourcesOf(region: string, regions: readonly string[]): Promise<readonly RegisteredSource[]> {
  const plane = openControlPlane({ region });
  try {
    return await listSources(plane, { regions });
  } finally {
    plane.close();
  }
}
