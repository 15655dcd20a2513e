import {
  checkCrawlerRole,
  describeLake,
  ensureCrawlerRole,
  ensureSource,
  listSources,
  openControlPlane,
  planSources,
  type ControlPlane,
  type DataLakeFacts,
  type EnsuredSource,
  type PlannedSource,
} from '@sluice/core/security-lake';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { Io } from '../terminal/io.ts';
import { ensuredLines, type OutputOptions } from './output.ts';
import { keepRegistrations } from './registrations.ts';
import { configuredSources } from './wanted-sources.ts';

export interface CreateOptions extends OutputOptions {
  /** Account that will write. Default: the lake's own. */
  readonly principal?: string;
  readonly externalId?: string;
  /** Role of the crawlers. Default: one is made, if a source has to be created. */
  readonly crawlerRole?: string;
}

/**
 * `sluice source create`: makes sure that all custom sources of a configuration exist, and keeps what Security Lake
 * answered beside it. May be broken off and run again.
 */
export async function createCommand(file: string, options: CreateOptions, io: Io): Promise<ExitCode> {
  const { plan, sources, registrationsFile } = await configuredSources(file, io);
  if (plan.lake.kind === 'folder')
    throw new CommandError(exitCode.badConfig, `${file}: its lake is a folder, and Security Lake is a bucket.`);
  const plane = openControlPlane({ region: plan.region });
  try {
    const lake = await describeLake(plane);
    refuseOtherBucket(plan.lake.options.bucket, lake);
    const planned = planSources(sources, await listSources(plane, { regions: [] }));
    if (planned.outside.length > 0)
      throw new CommandError(exitCode.badConfig, `Beyond the 50 sources of an account: ${planned.outside.join(', ')}`);
    const ids = new Map(sources.map(({ name, externalId }) => [name, externalId]));
    const register = await registration(plane, lake, options);
    const ensured: EnsuredSource[] = [];
    for (const source of planned.sources) {
      const result = await register(source, options.externalId ?? ids.get(source.name), io);
      ensured.push(result);
      await keepRegistrations(registrationsFile, [result]);
      if (options.output === 'text') for (const line of ensuredLines(result)) io.stdout.write(`${line}\n`);
    }
    if (options.output === 'json') io.stdout.write(`${JSON.stringify({ sources: ensured }, undefined, 2)}\n`);
    else io.stdout.write(`Kept in ${registrationsFile}.\n`);
    return exitCode.ok;
  } finally {
    plane.close();
  }
}

function refuseOtherBucket(bucket: string, lake: DataLakeFacts): void {
  if (bucket === lake.bucket) return;
  throw new CommandError(
    exitCode.badConfig,
    `The configuration writes to bucket ${bucket}, and the lake in ${lake.region} is ${lake.bucket}. Say "bucket: ${lake.bucket}".`,
  );
}

type Register = (source: PlannedSource, externalId: string | undefined, io: Io) => Promise<EnsuredSource>;

async function registration(
  plane: ControlPlane,
  lake: DataLakeFacts,
  { principal, crawlerRole }: CreateOptions,
): Promise<Register> {
  if (crawlerRole !== undefined) await checkCrawlerRole(plane, crawlerRole);
  return ({ name, region, classUid }, externalId, io) =>
    ensureSource(
      plane,
      {
        name,
        region,
        classUids: [classUid],
        principal: principal ?? lake.account,
        crawlerRoleArn: crawlerRole ?? (() => ensureCrawlerRole(plane, lake)),
        ...(externalId === undefined ? {} : { externalId }),
      },
      { onRetry: (error, waitMs) => io.stderr.write(`${error.message} Trying again in ${waitMs} ms.\n`) },
    );
}
