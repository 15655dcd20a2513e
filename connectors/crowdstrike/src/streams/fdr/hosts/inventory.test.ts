import { expect, test } from 'vitest';
import { HostInventory } from './inventory.ts';
import { joinHosts, learnHosts } from './join.ts';

function inventoryOf(maxHosts: number, ...records: readonly object[]): HostInventory {
  const inventory = new HostInventory(maxHosts);
  for (const record of records) inventory.learn(JSON.stringify(record));
  return inventory;
}

function named(inventory: HostInventory, aid: string): unknown {
  const json = inventory.find(aid);
  return json === undefined ? undefined : JSON.parse(json.toString());
}

test('the newest of a host stays, whatever the order in which its records come', () => {
  const [older, newer] = [
    { aid: 'a1', Time: '5', City: 'Berlin' },
    { aid: 'a1', Time: '6', City: 'Paris' },
  ];
  expect(named(inventoryOf(9, older, newer), 'a1')).toEqual({ City: 'Paris' });
  expect(named(inventoryOf(9, newer, older), 'a1')).toEqual({ City: 'Paris' });
  expect(named(inventoryOf(9, newer, { ...newer, City: 'Rome' }), 'a1')).toEqual({ City: 'Rome' });
  expect(named(inventoryOf(9, newer), 'a2')).toBeUndefined();
});

test('it holds as many hosts as it may, and forgets the one that was heard of longest ago', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((aid) => ({ aid }));
  const known = (...records: readonly (object | undefined)[]): unknown => {
    const inventory = inventoryOf(2, ...records.flatMap((record) => record ?? []));
    const aids = ['a', 'b', 'c'].filter((aid) => inventory.find(aid) !== undefined);
    return [inventory.size, aids.join('')];
  };
  expect([known(a), known(a, b), known(a, b, c)]).toEqual([
    [1, 'a'],
    [2, 'ab'],
    [2, 'bc'],
  ]);
  expect(known(a, b, a, c)).toEqual([2, 'ac']);
});

test('what is no record of a host is passed over', () => {
  const inventory = new HostInventory(9);
  for (const text of ['', 'null', '7', '"aid"', '[]', '{}', '{"aid":""}', '{']) inventory.learn(text);
  expect(inventory.size).toBe(0);
});

test('its lines teach another one all that it knows', () => {
  const inventory = inventoryOf(9, { aid: 'a1', Time: '6', City: 'Paris' }, { aid: 'a2' });
  const lines = [...inventory.lines()].map((line): unknown => JSON.parse(line));
  expect(lines).toEqual([
    { aid: 'a1', Time: 6, City: 'Paris' },
    { aid: 'a2', Time: 0 },
  ]);
});

test('records of the inventory teach it, and pass as they are', () => {
  const inventory = new HostInventory(9);
  const [record, passed] = ['{"aid":"a1","City":"Paris"}', [] as string[]];
  const whole = new Uint8Array(Buffer.from(`12345>>${record}<<`));
  learnHosts(inventory)(whole.subarray(5), 2, 2 + record.length, (bytes, start, end) =>
    passed.push(Buffer.from(bytes.subarray(start, end)).toString()),
  );
  expect(passed).toEqual([record]);
  expect(named(inventory, 'a1')).toEqual({ City: 'Paris' });
});

test('an id of up to 64 characters is looked for', () => {
  const joined = (aid: string): string => {
    const bytes = Buffer.from(JSON.stringify({ aid }));
    let out = '';
    joinHosts(inventoryOf(9, { aid, City: 'Paris' }))(
      bytes,
      0,
      bytes.length,
      (from, start, end) => (out = Buffer.from(from.subarray(start, end)).toString()),
    );
    return out;
  };
  const [longest, longer] = ['x'.repeat(64), 'x'.repeat(65)];
  expect(JSON.parse(joined('x'))).toEqual({ aid: 'x', $host: { City: 'Paris' } });
  expect(JSON.parse(joined(longest))).toEqual({ aid: longest, $host: { City: 'Paris' } });
  expect(JSON.parse(joined(longer))).toEqual({ aid: longer });
});
