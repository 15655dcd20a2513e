import type { Facts } from './facts.ts';

/** OCSF `account.type_id`: AWS Account. */
const awsAccountType = 10;

/** `cloud`, where the record says which. An account id without a provider is one of AWS. */
export function cloudOf(facts: Facts): Record<string, unknown> | undefined {
  const { cloudAccount, cloudProvider, cloudRegion } = facts;
  if (cloudAccount === undefined && cloudProvider === undefined) return undefined;
  const provider = cloudProvider ?? 'AWS';
  const cloud: Record<string, unknown> = { provider };
  if (cloudAccount !== undefined) {
    cloud['account'] = provider === 'AWS' ? { uid: cloudAccount, type_id: awsAccountType } : { uid: cloudAccount };
  }
  if (cloudRegion !== undefined) cloud['region'] = cloudRegion;
  return cloud;
}
