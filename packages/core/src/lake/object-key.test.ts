import { expect, test } from 'vitest';
import { objectKey } from './object-key.ts';

const identity = {
  writer: 'office',
  source: 'syslog-auth',
  partition: { region: 'eu-west-1', account: 'external_acme', eventDay: '20260301' },
  range: '[null,{"offset":10}]',
  rowsHash: 'abc',
};

test('has the form of AWS’s own objects below the partition', () => {
  expect(objectKey('ext/syslog-auth/', identity, '.zst.parquet')).toMatch(
    /^ext\/syslog-auth\/region=eu-west-1\/accountId=external_acme\/eventDay=20260301\/[0-9a-f]{32}\.zst\.parquet$/,
  );
});

test('is the same for the same identity and another for any other', () => {
  const key = (change: object): string => objectKey('p/', { ...identity, ...change }, '');
  expect(key({})).toBe(key({}));
  for (const change of [{ writer: 'x' }, { source: 'x' }, { range: 'x' }, { rowsHash: 'x' }])
    expect(key(change)).not.toBe(key({}));
});
