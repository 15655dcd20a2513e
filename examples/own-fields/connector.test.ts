import { contractVersion } from '@sluice/connector';
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
  expect(files.read).toBe(ofAppLogs?.read);
  expect(files.config).toBe(ofAppLogs?.config);
  expect(files.emits.map((each) => each.class)).toEqual(['account_change', 'base_event']);
});

test('the mapping of the shop is in the place of that of app-logs', () => {
  const context = { config: {}, receivedAt: 0, origin: { transport: 'file', path: 'shop.log' } };
  const packed = { at: '2026-01-15T12:00:01Z', what: 'parcel_packed', parcel: 'P-4' };
  expect(files.map(packed, context)).toMatchObject({ class_uid: 0, message: 'parcel_packed', time: 1_768_478_401_000 });
});
