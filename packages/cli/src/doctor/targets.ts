import type { DoctorTarget } from '@sluice/core/security-lake';
import type { Place, RunPlan, SourcePlan } from '../config/plan.ts';

type Bucket = Extract<Place, { readonly kind: 'bucket' }>;

/** Each source once, as the pipelines of the plan write it. */
export function doctorTargets({ pipelines }: RunPlan, lake: Bucket): readonly DoctorTarget[] {
  const sources = pipelines.flatMap((pipeline) => pipeline.sources);
  const unique = new Map(sources.map((source) => [source.source.name, source]));
  return [...unique.values()].map((source) => targetOf(source, lake));
}

function targetOf({ source, role }: SourcePlan, { options }: Bucket): DoctorTarget {
  const { prefix, name } = source;
  const roleArn = role?.roleArn ?? options.roleArn;
  const externalId = role?.externalId ?? options.externalId;
  const { bucket, endpoint, forcePathStyle } = options;
  return {
    name,
    bucket,
    ...(prefix === undefined ? {} : { prefix }),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(externalId === undefined ? {} : { externalId }),
    s3: {
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(forcePathStyle === undefined ? {} : { forcePathStyle }),
    },
  };
}
