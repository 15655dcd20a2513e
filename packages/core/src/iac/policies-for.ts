import {
  crawlerPolicy,
  crawlerTrust,
  pipelinePolicy,
  registrarPolicy,
  type PolicyDocument,
} from '../security-lake/policies.ts';
import { uniqueByName, type Infrastructure } from './infrastructure.ts';

/** The policies of everyone who takes part. */
export interface Policies {
  /** Whoever runs `sluice source create` and `delete`. */
  readonly registrar: PolicyDocument;
  readonly crawlerTrust: PolicyDocument;
  /** Beside AWS's managed policy AWSGlueServiceRole. */
  readonly crawler: PolicyDocument;
  /** Whoever runs `sluice run`: the provider roles, and nothing else. */
  readonly pipeline: PolicyDocument;
}

export interface PolicyContext {
  /** Default `aws`. */
  readonly partition?: string;
  /** Account of the lake. Default any: `*`. */
  readonly account?: string;
  /** ARNs of provider roles as Security Lake gave them, by source. Others are named as AWS documents it. */
  readonly roleArns?: ReadonlyMap<string, string>;
}

/** Least privilege for exactly the sources of a configuration. */
export function policiesFor(infrastructure: Infrastructure, context: PolicyContext = {}): Policies {
  const { partition = 'aws', account = '*', roleArns } = context;
  const { region, bucket, kmsKeyArn } = infrastructure;
  const lake = { region, partition, account, bucket, ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }) };
  const roles = uniqueByName(infrastructure.sources).flatMap(({ name }) => {
    const known = roleArns?.get(name);
    return known === undefined ? documentedRoles(lake, name) : [known];
  });
  return {
    registrar: registrarPolicy(lake),
    crawlerTrust: crawlerTrust(),
    crawler: crawlerPolicy(lake),
    pipeline: pipelinePolicy(roles),
  };
}

/** AWS documents the name of a provider role and not its path; both paths that were seen. */
function documentedRoles(
  { partition, account, region }: Required<Omit<PolicyContext, 'roleArns'>> & { region: string },
  source: string,
): readonly string[] {
  const name = `AmazonSecurityLake-Provider-${source}-${region}`;
  return ['', 'service-role/'].map((path) => `arn:${partition}:iam::${account}:role/${path}${name}`);
}
