import type { PipelinePlan, Place, SourcePlan } from '../config/plan.ts';
import type { Problem } from '../config/problem.ts';
import { registrationKey, type Registration, type Registrations } from './registrations.ts';

export interface RegisteredPipelines {
  readonly pipelines: readonly PipelinePlan[];
  readonly problems: readonly Problem[];
}

/**
 * Pipelines whose sources have the location, role and external id that Security Lake gave them, where the configuration
 * says nothing else. A source that was registered in another bucket than the lake's is a problem.
 */
export function withRegistrations(
  pipelines: readonly PipelinePlan[],
  lake: Place,
  region: string,
  known: Registrations,
): RegisteredPipelines {
  if (lake.kind === 'folder' || known.size === 0) return { pipelines, problems: [] };
  const { bucket, roleArn } = lake.options;
  const problems: Problem[] = [];
  const complete = (source: SourcePlan): SourcePlan => {
    const found = known.get(registrationKey(region, source.source.name));
    if (found === undefined) return source;
    if (source.source.prefix === undefined && !found.location.startsWith(`s3://${bucket}/`))
      problems.push(elsewhere(source.source.name, found, bucket));
    return registered(source, found, roleArn === undefined);
  };
  return {
    pipelines: pipelines.map((pipeline) => ({ ...pipeline, sources: pipeline.sources.map(complete) })),
    problems,
  };
}

function registered(plan: SourcePlan, found: Registration, takesRole: boolean): SourcePlan {
  const { location, role_arn: roleArn, external_id: externalId } = found;
  const role = { roleArn, ...(externalId === undefined ? {} : { externalId }), ...plan.role };
  const source = { prefix: location.replace(/^s3:\/\/[^/]+\//, ''), ...plan.source };
  return { ...plan, source, ...(takesRole || plan.role !== undefined ? { role } : {}) };
}

function elsewhere(name: string, { location }: Registration, bucket: string): Problem {
  return {
    severity: 'error',
    code: 'mismatch',
    path: 'lake.bucket',
    message: `custom source "${name}" is registered at ${location} (sluice.sources.json), and the lake is bucket "${bucket}"`,
    position: { line: 1, column: 1, length: 1 },
  };
}
