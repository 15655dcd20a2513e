/**
 * What a mapper may and may not write. Compiled by `types.test.ts`; nothing here runs.
 */
import {
  type Authentication,
  AuthenticationActivityId,
  authentication,
  type NetworkActivity,
  SeverityId,
} from '@sluice/ocsf/1.3.0';
import type { Authentication as Authentication18 } from '@sluice/ocsf/1.8.0';

/** As `MappedEvent` of the connector contract. */
type MappedEvent = Readonly<Record<string, unknown>> & { readonly class_uid: number };

const minimal: Authentication = {
  class_uid: authentication.uid,
  activity_id: AuthenticationActivityId.Logon,
  severity_id: SeverityId.Informational,
  user: { name: 'alice' },
};
export const mapped: MappedEvent = minimal;

export const cloudy: Authentication<'cloud' | 'datetime'> = {
  ...minimal,
  cloud: { provider: 'AWS' },
  time: 1_700_000_000_000n,
  time_dt: '2023-11-14T22:13:20Z',
  src_endpoint: { ip: '192.0.2.1', port: 50_000 },
  unmapped: { anything: [1, { nested: true }] },
};
export const later: Authentication18 = minimal;

export const withoutUser: Authentication = {
  class_uid: 3002,
  activity_id: 1,
  severity_id: 1,
  // @ts-expect-error A required attribute is missing.
  user: undefined,
};

// @ts-expect-error A required attribute of a profile that is on is missing.
export const withoutCloud: Authentication<'cloud'> = { class_uid: 3002, activity_id: 1, severity_id: 1, user: {} };

export const misspelt: Authentication = {
  ...minimal,
  // @ts-expect-error No such attribute.
  src_endpiont: {},
};

export const misspeltWithin: Authentication = {
  ...minimal,
  // @ts-expect-error No such attribute of the object.
  src_endpoint: { ip: '192.0.2.1', adress: '' },
};

export const profileOff: Authentication = {
  ...minimal,
  // @ts-expect-error The profile `cloud` is not on.
  cloud: { provider: 'AWS' },
};

export const profileOffWithin: NetworkActivity<'cloud'> = {
  class_uid: 4001,
  activity_id: 1,
  severity_id: 1,
  cloud: { provider: 'AWS' },
  dst_endpoint: {
    ip: '192.0.2.1',
    // @ts-expect-error No such attribute while the profile `datetime` is off.
    owner: { name: 'bob', account: {}, ldap_person: { hire_time_dt: '' } },
  },
};

export const wrongId: Authentication = {
  ...minimal,
  // @ts-expect-error Not an id of the enum.
  severity_id: 7,
};

export const wrongClass: Authentication = {
  ...minimal,
  // @ts-expect-error Another class.
  class_uid: 4001,
};
