import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { S3StoreOptions } from '@sluice/core';
import { loadConfig } from '../config/load-config.ts';
import type { Place, RunPlan } from '../config/plan.ts';
import { showProblem } from '../config/show-problems.ts';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import type { LakeOptions } from './lake-options.ts';

export interface FoundLake {
  readonly place: Place;
  /** Region that the tables are named after, where it is known without looking into the lake. */
  readonly region?: string;
  /** The configuration that names it, where one does. */
  readonly plan?: RunPlan;
}

type Environment = Readonly<Record<string, string | undefined>>;

const defaultConfig = 'sluice.yaml';

/** The lake that a command is to look at: as said, from a configuration, or from `sluice.yaml` beside it. */
export async function findLake(options: LakeOptions, environment: Environment): Promise<FoundLake> {
  if (options.lake !== undefined) return lakeAt(options.lake, options, environment);
  const config = options.config ?? defaultConfig;
  if (options.config === undefined && !(await exists(config))) {
    throw new CommandError(
      exitCode.usage,
      `which lake? Say --lake FOLDER, --lake s3://BUCKET or --config FILE (there is no ${defaultConfig} here)`,
    );
  }
  return lakeOfConfig(config, environment);
}

/** A folder or an `s3://` address, with the settings of the command line or, with `--config`, of the configuration. */
export async function lakeAt(at: string, options: LakeOptions, environment: Environment): Promise<FoundLake> {
  if (!at.startsWith('s3://')) {
    return {
      place: { kind: 'folder', folder: resolve(at) },
      ...(options.region === undefined ? {} : { region: options.region }),
    };
  }
  const [, bucket, path = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(at) ?? [];
  if (bucket === undefined)
    throw new CommandError(exitCode.usage, `expected s3://BUCKET or s3://BUCKET/PREFIX, found "${at}"`);
  const prefix = path === '' || path.endsWith('/') || path.endsWith('.parquet') ? path : `${path}/`;
  if (options.config !== undefined) {
    const { place, region } = await lakeOfConfig(options.config, environment);
    if (place.kind === 'bucket')
      return {
        place: { ...place, prefix, options: { ...place.options, bucket } },
        ...(region === undefined ? {} : { region }),
      };
  }
  const s3 = s3Options(bucket, options, environment);
  return { place: { kind: 'bucket', prefix, options: s3 }, region: s3.region };
}

function s3Options(bucket: string, options: LakeOptions, environment: Environment): S3StoreOptions {
  const { endpoint, pathStyle, roleArn, externalId } = options;
  // A variable that is set to nothing says nothing.
  const said = [options.region, environment['AWS_REGION'], environment['AWS_DEFAULT_REGION']].find(
    (name) => name !== undefined && name !== '',
  );
  const region = said ?? (endpoint === undefined ? undefined : 'us-east-1');
  if (region === undefined)
    throw new CommandError(exitCode.usage, `which region is bucket "${bucket}" in? Say --region or set AWS_REGION`);
  return {
    bucket,
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(pathStyle === undefined ? {} : { forcePathStyle: pathStyle }),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

async function lakeOfConfig(file: string, environment: Environment): Promise<FoundLake> {
  const { plan, problems, text } = await loadConfig(file, environment);
  if (plan !== undefined) return { place: plan.lake, region: plan.region, plan };
  const shown = problems.map((problem) => showProblem(problem, { file, text, color: false }));
  throw new CommandError(exitCode.badConfig, shown.join('\n'));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
