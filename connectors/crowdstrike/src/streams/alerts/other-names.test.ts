import { isRejection, isSkip, type MapContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import type { AlertsConfig } from './config.ts';
import { mapAlert } from './map.ts';

type Fields = Readonly<Record<string, unknown>>;

const context = { config: {}, receivedAt: 0, origin: { transport: 'https' } } as MapContext<AlertsConfig>;
const time = Date.UTC(2026, 0, 15, 10);

function mapped(alert: Fields): Fields {
  const result = mapAlert({ composite_id: 'ind:1', ...alert }, context);
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error('no event');
  return result as Fields;
}

const first = { finding_info: { first_seen_time: time } };
const last = { finding_info: { last_seen_time: time } };

test.each<[names: string, value: unknown, expected: object]>([
  ['start_time signal_start_timestamp context_timestamp', '2026-01-15T10:00:00Z', first],
  ['end_time signal_end_timestamp', '2026-01-15T10:00:00Z', last],
  ['source_hosts', ['pc1'], { evidences: [{ src_endpoint: { hostname: 'pc1' } }] }],
  ['destination_hosts', ['db1'], { evidences: [{ dst_endpoint: { hostname: 'db1' } }] }],
  ['comment', 'Seen before', { comment: 'Seen before' }],
  ['filename', 'bad.exe', { evidences: [{ file: { name: 'bad.exe' } }] }],
  ['filepath', '/tmp/bad.exe', { evidences: [{ file: { path: '/tmp/bad.exe' } }] }],
])('%s has its place, and stands nowhere else', (names, value, expected) => {
  for (const name of names.split(' ')) {
    const event = mapped({ [name]: value });
    expect(event, name).toMatchObject(expected);
    expect(event, name).not.toHaveProperty('unmapped');
  }
});

test.each([
  ['Info', 1],
  ['informational', 1],
  ['LOW', 2],
  ['Medium', 3],
  ['High', 4],
  ['Critical', 5],
  ['constructor', 0],
])('the severity %s is %i', (name, id) => {
  expect(mapped({ severity_name: name })['severity_id']).toBe(id);
});

test.each([
  [0, 1],
  [19, 1],
  [20, 2],
  [39, 2],
  [40, 3],
  [59, 3],
  [60, 4],
  [79, 4],
  [80, 5],
])('%i of a hundred is severity %i', (severity, id) => {
  expect(mapped({ severity })['severity_id']).toBe(id);
});

test('no types are none, and a list with something else in it stays', () => {
  expect(mapped({ data_domains: [] })['finding_info']).not.toHaveProperty('types');
  expect(mapped({ data_domains: ['a', 7] })).toMatchObject({ unmapped: { data_domains: ['a', 7] } });
});

test('one address and one name make an endpoint; what is neither stays', () => {
  expect(mapped({ source_ips: ['192.0.2.7'], source_hosts: ['a b'] })).toMatchObject({
    evidences: [{ src_endpoint: { ip: '192.0.2.7' } }],
    unmapped: { source_hosts: ['a b'] },
  });
  expect(mapped({ source_ips: ['x'], source_hosts: ['pc1'] })).toMatchObject({
    evidences: [{ src_endpoint: { hostname: 'pc1' } }],
    unmapped: { source_ips: ['x'] },
  });
  expect(mapped({ source_ips: ['192.0.2.7', '192.0.2.8'] })).not.toHaveProperty('evidences');
});

test('an event has the profiles of its class, and that of the cloud where it says which', () => {
  expect(mapped({})['metadata']).toMatchObject({ profiles: ['host', 'security_control'] });
});
