import type { DoctorTarget } from '@sluice/core/security-lake';
import type { Place, RunPlan, SourcePlan } from '../config/plan.ts';
import { registrationKey, type Registrations } from '../source/registrations.ts';

type Bucket = Extract<Place, { readonly kind: 'bucket' }>;

/** Each source once, with what the configuration says of it, or else what was registered. */
export function doctorTargets(plan: RunPlan, lake: Bucket, known: Registrations): readonly DoctorTarget[] {
  const sources = plan.pipelines.flatMap((pipeline) => pipeline.sources);
  const unique = new Map(sources.map((source) => [source.source.name, source]));
  return [...unique.values()].map((source) => targetOf(source, plan.region, lake, known));
}

function targetOf(
  { source, role }: SourcePlan,
  region: string,
  { options }: Bucket,
  known: Registrations,
): DoctorTarget {
  const registered = known.get(registrationKey(region, source.name));
  const prefix = source.prefix ?? prefixOf(registered?.location);
  const roleArn = role?.roleArn ?? options.roleArn ?? registered?.role_arn;
  const externalId = role?.externalId ?? options.externalId ?? registered?.external_id;
  const { endpoint, forcePathStyle } = options;
  return {
    name: source.name,
    bucket: options.bucket,
    ...(prefix === undefined ? {} : { prefix }),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(externalId === undefined ? {} : { externalId }),
    s3: {
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(forcePathStyle === undefined ? {} : { forcePathStyle }),
    },
  };
}

function prefixOf(location: string | undefined): string | undefined {
  return location?.replace(/^s3:\/\/[^/]+\//, '');
}
