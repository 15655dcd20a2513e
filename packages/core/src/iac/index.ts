export { cloudFormation } from './cloudformation.ts';
export type { Infrastructure, InfrastructureSource } from './infrastructure.ts';
export { policiesFor, type Policies, type PolicyContext } from './policies-for.ts';
export { terraform } from './terraform.ts';
