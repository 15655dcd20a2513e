import { isRejection, isSkip, type MapContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import type { EventStreamsConfig } from './config.ts';
import { mapStreamEvent } from './map.ts';

type Values = Readonly<Record<string, unknown>>;

const context = { config: {}, receivedAt: 0, origin: { transport: 'https' } } as MapContext<EventStreamsConfig>;
const bob = { target_name: 'bob@example.com' };

function audited(OperationName: string, pairs: Values, fields: Values = {}): Values {
  const AuditKeyValues = Object.entries(pairs).map(([Key, ValueString]) => ({ Key, ValueString }));
  const event = { UserId: 'ada@example.com', UserIp: '192.0.2.7', OperationName, AuditKeyValues, ...fields };
  const result = mapStreamEvent({ metadata: { eventType: 'AuthActivityAuditEvent' }, event }, context);
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(`${OperationName} is no event`);
  return result as Values;
}

test.each([
  ['createUser', 1],
  ['activateUser', 2],
  ['changePassword', 3],
  ['resetPassword', 4],
  ['deactivateUser', 5],
  ['deleteUser', 6],
  ['lockUser', 9],
])('%s changes the account that it names: activity %i', (operation, activity) => {
  const event = audited(operation, { ...bob, target_uuid: 'u1' }, { Success: true });
  expect(event).toMatchObject({
    class_uid: 3001,
    activity_id: activity,
    severity_id: 1,
    status_id: 1,
    message: operation,
    actor: { user: { name: 'ada@example.com' } },
    user: { name: 'bob@example.com', email_addr: 'bob@example.com', uid: 'u1' },
    src_endpoint: { ip: '192.0.2.7' },
    unmapped: { AuditKeyValues: [{ Key: 'target_name' }, { Key: 'target_uuid' }] },
  });
  for (const name of ['OperationName', 'UserId', 'UserIp', 'Success'])
    expect(event['unmapped'], name).not.toHaveProperty(name);
});

test.each([
  ['grantUserRoles', 1],
  ['revokeUserRoles', 2],
])('%s gives or takes roles: activity %i', (operation, activity) => {
  const event = audited(operation, { ...bob, target_user_uuid: 'u1', roles: 'a,,b' }, { Success: false });
  expect(event).toMatchObject({
    class_uid: 3005,
    activity_id: activity,
    status_id: 2,
    privileges: ['a', 'b'],
    user: { name: 'bob@example.com', uid: 'u1' },
  });
});

test('what the audit does not say is not made up', () => {
  expect(audited('createUser', { target_name: 'bob' })['user']).toEqual({ name: 'bob' });
  const event = audited('createUser', bob, { UserIp: undefined });
  expect(event).toMatchObject({ class_uid: 3001 });
  expect(event).not.toHaveProperty('src_endpoint');
  expect(event).not.toHaveProperty('status_id');
  expect(audited('createUser', bob, { UserIp: undefined, SourceIp: '192.0.2.8' })).toMatchObject({
    src_endpoint: { ip: '192.0.2.8' },
  });
});

test('an operation that does not say on whom, or which roles, is a call all the same', () => {
  expect(audited('createUser', {}, { Success: true })).toMatchObject({ class_uid: 6003, activity_id: 1, status_id: 1 });
  expect(audited('grantUserRoles', bob)).toMatchObject({ class_uid: 6003, api: { operation: 'grantUserRoles' } });
  expect(audited('grantUserRoles', { ...bob, roles: ',' })).toMatchObject({ class_uid: 6003 });
  expect(audited('requestResetPassword', bob)).toMatchObject({ class_uid: 6003 });
  expect(audited('createUser', bob, { AuditKeyValues: 'none' })).toMatchObject({ class_uid: 6003 });
  expect(
    audited('createUser', bob, { AuditKeyValues: [null, { Key: 'target_name' }, { ValueString: 'x' }] }),
  ).toMatchObject({
    class_uid: 6003,
  });
  expect(audited('createUser', bob, { UserId: undefined })['class_uid']).toBe(0);
});

test('a key that stands there once more without a value takes nothing back', () => {
  const AuditKeyValues = [{ Key: 'target_name', ValueString: 'bob' }, { Key: 'target_name' }];
  expect(audited('createUser', {}, { AuditKeyValues })).toMatchObject({ class_uid: 3001, user: { name: 'bob' } });
});

test('no more than a hundred pairs of an audit are looked at', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, 'v']));
  expect(audited('createUser', { ...many, ...bob })['class_uid']).toBe(6003);
});
