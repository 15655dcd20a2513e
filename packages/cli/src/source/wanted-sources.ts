import { dirname, join, resolve } from 'node:path';
import type { WantedSource } from '@sluice/core/security-lake';
import { loadCatalogue } from '@sluice/ocsf';
import { loadConfig } from '../config/load-config.ts';
import type { PipelinePlan, RunPlan, SourcePlan } from '../config/plan.ts';
import { showProblems } from '../config/validate-file.ts';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { registrationsFileName } from './registrations.ts';
import type { Io } from '../terminal/io.ts';

/** A source of a configuration, and what the configuration says of its role. */
interface ConfiguredSource extends WantedSource {
  readonly account: string;
  readonly externalId?: string;
}

export interface ConfiguredSources {
  readonly plan: RunPlan;
  /** In the order of the file; a source that several pipelines write stands several times. */
  readonly sources: readonly ConfiguredSource[];
  /** Where what Security Lake answered is kept, beside the configuration. */
  readonly registrationsFile: string;
}

/** The custom sources that the pipelines of a configuration write. Ends the command when the file is wrong. */
export async function configuredSources(file: string, io: Io): Promise<ConfiguredSources> {
  const loaded = await loadConfig(file, io.environment);
  showProblems(file, loaded, io);
  const { plan } = loaded;
  if (plan === undefined) throw new CommandError(exitCode.badConfig, `${file} is not valid.`);
  const sources = plan.pipelines.flatMap((pipeline) =>
    pipeline.sources.map((source) => configuredSource(source, pipeline, plan)),
  );
  return { plan, sources, registrationsFile: join(dirname(resolve(file)), registrationsFileName) };
}

function configuredSource({ source, role }: SourcePlan, pipeline: PipelinePlan, plan: RunPlan): ConfiguredSource {
  const classUid = loadCatalogue('1.3.0').classes.get(source.class)?.uid ?? 0;
  return {
    name: source.name,
    region: plan.region,
    className: source.class,
    classUid,
    account: pipeline.account,
    wantedBy: `${pipeline.name} (${pipeline.connector.name}/${pipeline.stream.name})`,
    ...(role?.externalId === undefined ? {} : { externalId: role.externalId }),
  };
}
