import { contractVersion, isRejection, type MapResult } from '@sluice/connector';
import { connector as appLogs } from '@sluice/connector-app-logs';
import { expect, test } from 'vitest';
import { connector } from './src/connector.ts';

const [files] = connector.streams;
if (files === undefined) throw new Error('the connector has no stream');

test('the connector says what it is, and reads log files as app-logs does', () => {
  const { streams, ...about } = connector;
  expect(about).toEqual({
    contract: contractVersion,
    name: 'shop-logs',
    defaultStream: 'files',
    version: '1.0.0',
    stability: 'development',
    product: { vendor_name: 'Example', name: 'Shop' },
    ocsf: '1.3.0',
  });
  const ofAppLogs = appLogs.streams.find(({ name }) => name === 'files');
  expect(streams).toHaveLength(1);
  expect(files.name).toBe('files');
  expect(files).toMatchObject({ read: ofAppLogs?.['read'] });
  expect(files.config).toBe(ofAppLogs?.config);
  expect(files.emits.map((each) => each.class)).toEqual(['account_change', 'base_event']);
});

test('the mapping of the shop is in the place of that of app-logs', () => {
  const context = { config: {}, receivedAt: 0, origin: { transport: 'file', path: 'shop.log' } };
  const packed = { at: '2026-01-15T12:00:01Z', what: 'parcel_packed', parcel: 'P-4' };
  expect(files.map(packed, context)).toMatchObject({ class_uid: 0, message: 'parcel_packed', time: 1_768_478_401_000 });
});

test('a password that was reset says whose, by whom, where and when', () => {
  const context = { config: {}, receivedAt: 0, origin: { transport: 'file', path: 'shop.log' } };
  const reset = { at: '2026-01-15T12:00:00Z', what: 'password_reset', customer: 'ada', agent: 'grace' };
  const mapped = (more: object): MapResult => files.map({ ...reset, ...more }, context);
  expect(mapped({ desk: '192.0.2.7', done: true, ticket: 17 })).toMatchObject({
    class_uid: 3001,
    activity_id: 4,
    severity_id: 2,
    status_id: 1,
    time: 1_768_478_400_000,
    user: { name: 'ada' },
    actor: { user: { name: 'grace' } },
    src_endpoint: { ip: '192.0.2.7' },
  });
  expect(mapped({ done: false })).toMatchObject({ status_id: 2 });
  expect(mapped({})).toMatchObject({ status_id: 0 });
  expect(isRejection(mapped({ customer: undefined }))).toBe(true);
  expect(isRejection(mapped({ agent: undefined }))).toBe(true);
});
