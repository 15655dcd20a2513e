import { expect, test } from 'vitest';
import { parseHost } from './facts.ts';
import type { HostInventory } from './inventory.ts';
import { joinHosts } from './join.ts';

/** An inventory that knows one host. */
function joined(record: string, host = '{"ComputerName":"pc1"}'): string {
  const inventory = { find: (aid: string) => (aid === 'a1' ? Buffer.from(host) : undefined) } as HostInventory;
  const step = joinHosts(inventory);
  const bytes = Buffer.from(`>>${record}<<`);
  let out = '';
  for (const _ of [1, 2])
    step(bytes, 2, bytes.length - 2, (from, start, end) => (out = Buffer.from(from.subarray(start, end)).toString()));
  return out;
}

test.each(['{"aid":"a1","b":1}', '{"aid": "a1"}', '{"x":"\\"aid\\":","aid":"a1"}'])(
  '%s gets what is known of its host',
  (record) => {
    expect(joined(record)).toBe(`${record.slice(0, -1)},"$host":{"ComputerName":"pc1"}}`);
  },
);

test.each(['{"aid":"a2"}', '{"aid":"a1"', '{"aid":""}', '{"aid":"a1}', '{}', `{"aid":"${'a'.repeat(65)}"}`, ''])(
  '%s stays as it is',
  (record) => {
    expect(joined(record)).toBe(record);
  },
);

test('records and hosts may be as long as they like', () => {
  const record = `{"aid":"a1","b":"${'x'.repeat(9000)}"}`;
  expect(joined(record)).toHaveLength(record.length + ',"$host":{"ComputerName":"pc1"}'.length);
  const host = `{"City":"${'x'.repeat(9000)}"}`;
  expect(JSON.parse(joined('{"aid":"a1"}', host))).toEqual({ aid: 'a1', $host: { City: 'x'.repeat(9000) } });
});

test('a record is whole whatever it is long', () => {
  for (let length = 8100; length < 8250; length++) {
    const host = `{"City":"${'x'.repeat(length)}"}`;
    expect(JSON.parse(joined('{"aid":"a1"}', host)), String(length)).toEqual({
      aid: 'a1',
      $host: { City: 'x'.repeat(length) },
    });
  }
});

const fields = {
  ComputerName: 'pc1',
  MachineDomain: 'example.com',
  Version: 'Windows 11',
  AgentVersion: '7.1',
  ProductType: '1',
  ChassisType: 'Laptop',
  BiosManufacturer: 'Example Corp',
  BiosVersion: '1.2',
  SystemSerialNumber: 'S-1',
  City: 'Berlin',
  Continent: 'Europe',
  FirstSeen: '1768471200',
};

test('of a host that is kept which describes a device, and when it was said', () => {
  expect(parseHost(JSON.stringify({ ...fields, aid: 'a1', Time: '1768471200.5', Other: 'x' }))).toEqual({
    aid: 'a1',
    time: 1_768_471_200.5,
    fields,
  });
});

test.each([
  ['{"aid":"a1"}', { aid: 'a1', time: 0, fields: {} }],
  ['{"aid":7,"_time":"5"}', { aid: '7', time: 5, fields: {} }],
  ['{"aid":"a1","Time":"soon"}', { aid: 'a1', time: 0, fields: {} }],
  ['{"aid":"a1","City":"","Continent":true}', { aid: 'a1', time: 0, fields: {} }],
  [
    JSON.stringify({ aid: 'a1', City: 'x'.repeat(1001), Continent: 'x'.repeat(1000) }),
    { aid: 'a1', time: 0, fields: { Continent: 'x'.repeat(1000) } },
  ],
  ['{}', undefined],
  ['{"aid":""}', undefined],
  ['null', undefined],
  ['7', undefined],
  ['{', undefined],
])('%s is the host %j', (text, host) => {
  expect(parseHost(text)).toEqual(host);
});
