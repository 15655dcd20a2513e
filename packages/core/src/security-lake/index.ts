export { openControlPlane, type ControlPlane, type ControlPlaneOptions } from './control-plane.ts';
export type { SourceDifference } from './compare-source.ts';
export { checkCrawlerRole, ensureCrawlerRole, type CrawlerRoleOptions } from './crawler-role.ts';
export { deleteSource, type DeletedSource } from './delete-source.ts';
export { describeLake, type DataLakeFacts } from './describe-lake.ts';
export type { AthenaOptions } from './doctor/athena.ts';
export { diagnose, type DiagnoseOptions } from './doctor/diagnose.ts';
export type { DoctorStep, MissingPermission } from './doctor/step.ts';
export type { DoctorTarget } from './doctor/target.ts';
export { ensureSource, mostCustomSources, type EnsuredSource } from './ensure-source.ts';
export { eventClassOf } from './event-classes.ts';
export { listSources, type ListSourcesOptions } from './list-sources.ts';
export type { Patience } from './patience.ts';
export { planSources, type PlannedSource, type SourcesPlan, type WantedSource } from './plan-sources.ts';
export {
  crawlerPolicy,
  crawlerTrust,
  glueServicePolicyArn,
  pipelinePolicy,
  registrarPolicy,
  writerPolicy,
  writerTrust,
  type PolicyDocument,
  type Statement,
} from './policies.ts';
export type { RegisteredSource } from './registered-source.ts';
export { newExternalId, type SourceRequest } from './source-request.ts';
