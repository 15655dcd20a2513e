import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each<[string, object | undefined]>([
  ['192.0.2.7:50122', { ip: '192.0.2.7', port: 50_122 }],
  ['2001:db8::7:50122', { ip: '2001:db8::7', port: 50_122 }],
  ['192.0.2.7:ssh', { ip: '192.0.2.7' }],
  ['192.0.2.7:-1', { ip: '192.0.2.7' }],
  [':50122', undefined],
  ['nowhere', undefined],
])('from %s is from %j', (place, source) => {
  const { event, problems } = mapRecord(
    `<38>Jan 14 09:12:01 web1 dropbear[77]: Bad password attempt for 'alice' from ${place}`,
  );
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 3002, status_id: 2, user: { name: 'alice' } });
  expect(event['src_endpoint'] ?? undefined).toEqual(source && expect.objectContaining(source));
  if (source !== undefined && !('port' in source)) expect(event).not.toHaveProperty('src_endpoint.port');
});

test.each([
  [`Exit (alice): Disconnected <192.0.2.7:50122>`, 2, 1, 'alice'],
  [`Exit (alice) from 192.0.2.7:50122>: Timeout`, 2, 1, 'alice'],
  [`Exit (alice) from <192.0.2.7:50122`, 2, 1, 'alice'],
  [`Exit before auth (user 'alice', 2 fails): Timeout`, 1, 2, 'alice'],
])('%s comes from a place that is not told', (text, activity, status, name) => {
  const { event } = mapRecord(`<38>Jan 14 09:12:01 web1 dropbear[77]: ${text}`);
  expect(event).toMatchObject({ class_uid: 3002, activity_id: activity, status_id: status, user: { name } });
  expect(event).not.toHaveProperty('src_endpoint');
});
