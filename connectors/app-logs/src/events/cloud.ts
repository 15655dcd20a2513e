import { AccountTypeId, type Cloud } from '@sluice/ocsf/1.3.0';
import type { Facts } from './facts.ts';

/** `cloud`, where the record says which. An account id without a provider is one of AWS. */
export function cloudOf(facts: Facts): Cloud | undefined {
  const { cloudAccount, cloudProvider, cloudRegion } = facts;
  if (cloudAccount === undefined && cloudProvider === undefined) return undefined;
  const provider = cloudProvider ?? 'AWS';
  const cloud: Cloud = { provider };
  if (cloudAccount !== undefined) {
    cloud.account =
      provider === 'AWS' ? { uid: cloudAccount, type_id: AccountTypeId.AWSAccount } : { uid: cloudAccount };
  }
  if (cloudRegion !== undefined) cloud.region = cloudRegion;
  return cloud;
}
