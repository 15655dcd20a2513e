import type { Api, Cloud } from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../falcon/fields.ts';

/** Names of clouds as OCSF gives them, by how Falcon Cloud Security writes them. */
const providers: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure', gcp: 'GCP', oci: 'OCI' };

/** The cloud that a finding of Falcon Cloud Security is about: which, whose, where. */
export function cloudOf(event: Fields): Cloud | undefined {
  const provider = event.first('CloudProvider', 'CloudPlatform');
  return provider === undefined
    ? undefined
    : cloudNamed(provider, event.text('AccountId'), event.first('Region', 'region'));
}

/** OCSF's cloud by how Falcon names it; undefined where it does not. */
export function cloudNamed(
  written: string | undefined,
  account: string | undefined,
  region: string | undefined,
): Cloud | undefined {
  if (written === undefined) return undefined;
  const lower = written.toLowerCase();
  const cloud: Cloud = { provider: (Object.hasOwn(providers, lower) ? providers[lower] : undefined) ?? written };
  if (account !== undefined) cloud.account = { uid: account, ...(lower === 'aws' ? { type_id: 10 as const } : {}) };
  if (region !== undefined) cloud.region = region;
  return cloud;
}

/** The call of a cloud's interface that a finding is about. */
export function apiOf(event: Fields): Api | undefined {
  const operation = event.text('EventAction');
  if (operation === undefined) return undefined;
  const service = event.text('CloudService');
  return service === undefined ? { operation } : { operation, service: { name: service } };
}
