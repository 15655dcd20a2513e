import { expect, test } from 'vitest';
import { unmappedFieldCounter } from './unmapped-fields.ts';

test('fields are counted by class and name, those of objects too', () => {
  const counts = {};
  const note = unmappedFieldCounter('authentication', counts);
  note({ ttl: 3, device: { owner: 'ada', tags: ['a', 'b'] } });
  note({ ttl: 4 });
  note(undefined);
  note('a text');
  expect(counts).toEqual({
    'authentication ttl': 2,
    'authentication device.owner': 1,
    'authentication device.tags': 1,
  });
});

test('names that objects have without having been given them are names like others', () => {
  const counts: Record<string, number> = {};
  unmappedFieldCounter('base_event', counts)(JSON.parse('{"__proto__": 1, "constructor": {"toString": 2}}'));
  expect(counts).toEqual({ 'base_event __proto__': 1, 'base_event constructor.toString': 1 });
});

test('a sender that makes up names fills no memory, and is still counted', () => {
  const counts: Record<string, number> = {};
  const note = unmappedFieldCounter('base_event', counts);
  for (let index = 0; index < 5_000; index++) note({ [`field${index}`]: 1, deep: { [`field${index}`]: 1 } });
  note({ ['long'.repeat(100)]: 1 });
  expect(Object.keys(counts).length).toBeLessThanOrEqual(501);
  expect(Object.values(counts).reduce((sum, value) => sum + value, 0)).toBe(10_001);
});
