import type { Connector, Stream } from '@sluice/connector';
import { expect, test } from 'vitest';
import { createEventFinisher } from './finish-event.ts';

const stream: Pick<Stream<unknown>, 'name' | 'emits'> = {
  name: 'logons',
  emits: [
    {
      class: 'authentication',
      profiles: ['host'],
      columns: ['user.name', 'service.name', 'device.hostname', 'device.type_id', 'device.type'],
    },
  ],
};
const product = { vendor_name: 'Example', name: 'Doors' };
const connector = { name: 'doors', ocsf: '1.3.0', product, streams: [] } as unknown as Connector;
const finish = createEventFinisher(connector, stream as Stream<unknown>);

function logon(more: object = {}): Record<string, unknown> {
  const user = { name: 'alice' };
  return { class_uid: 3002, activity_id: 1, severity_id: 1, time: 1, user, service: { name: 'door' }, ...more };
}

test('completes a good event as the runtime does, and has nothing to say about it', () => {
  const event = logon({ device: { hostname: 'door1', type_id: 0 } });
  expect(finish(event, 5)).toEqual([]);
  expect(event).toMatchObject({
    time: 1,
    type_uid: 300_201,
    metadata: { product, profiles: ['host'], version: '1.3.0' },
  });
});

test('gives an event without a time that of its receipt', () => {
  const event = logon({ time: undefined });
  finish(event, 5);
  expect(event['time']).toBe(5);
});

test.each([
  ['an attribute that OCSF does not have', { usr: 1 }, /usr.*attribute_unknown/],
  ['a value of a wrong type', { user: { name: 7 } }, /user\.name.*attribute_wrong_type/],
  ['a value outside the columns', { user: { name: 'a', uid: '7' } }, /^user\.uid has no column$/],
  ['a required id that was not said', { activity_id: undefined }, /activity_id was not said/],
  ['a class that the stream does not declare', { class_uid: 4001 }, /4001 is not among what logons emits/],
])('names %s', (_name, change, expected) => {
  expect(finish(logon(change), 5).join('\n')).toMatch(expected);
});
