import { expect, test } from 'vitest';
import { alertsConfig } from '../streams/alerts/config.ts';
import { baseUrlOf, clouds, type ApiConfig, type Cloud } from './config.ts';

function configOf(more: Record<string, unknown>): ApiConfig {
  const parsed = alertsConfig['~standard'].validate({ client_id: 'id', client_secret: 'secret', ...more });
  if (parsed instanceof Promise || parsed.issues !== undefined) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

test.each<[Cloud, string]>([
  ['us-1', 'https://api.crowdstrike.com'],
  ['us-2', 'https://api.us-2.crowdstrike.com'],
  ['us-3', 'https://api.us-3.crowdstrike.com'],
  ['eu-1', 'https://api.eu-1.crowdstrike.com'],
  ['us-gov-1', 'https://api.laggar.gcw.crowdstrike.com'],
  ['us-gov-2', 'https://api.us-gov-2.crowdstrike.mil'],
])('the API of %s is at %s', (cloud, address) => {
  expect(baseUrlOf(configOf({ cloud }))).toBe(address);
});

test('every cloud has an address of its own, and the first is the default', () => {
  expect(new Set(Object.values(clouds)).size).toBe(6);
  expect(baseUrlOf(configOf({}))).toBe(clouds['us-1']);
});

test('an address of one’s own wins over that of the cloud', () => {
  expect(baseUrlOf(configOf({ cloud: 'eu-1', base_url: 'https://proxy.example.com/falcon/' }))).toBe(
    'https://proxy.example.com/falcon',
  );
});

test('a cloud that there is not is refused', () => {
  expect(() => configOf({ cloud: 'ap-1' })).toThrow();
});
