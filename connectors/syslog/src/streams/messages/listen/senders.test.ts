import { expect, test } from 'vitest';
import { createSenders } from './senders.ts';

test('a sender has one origin, under the address that people write', () => {
  const senders = createSenders(() => true);
  const origin = senders.originOf('::ffff:192.0.2.1');
  expect(origin).toEqual({ transport: 'udp', address: '192.0.2.1' });
  expect(senders.originOf('::ffff:192.0.2.1')).toBe(origin);
  expect(senders.originOf('192.0.2.2')).toEqual({ transport: 'udp', address: '192.0.2.2' });
});

test('one that is not to be heard has none, and is asked after once', () => {
  const asked: string[] = [];
  const senders = createSenders((address) => asked.push(address) === 0);
  expect(senders.originOf('::ffff:192.0.2.1')).toBeUndefined();
  expect(senders.originOf('::ffff:192.0.2.1')).toBeUndefined();
  expect(asked).toEqual(['192.0.2.1']);
});

test('4,096 senders are remembered, and no more', () => {
  const senders = createSenders(() => true);
  const first = senders.originOf('2001:db8::');
  for (let sender = 1; sender < 4096; sender += 1) senders.originOf(`2001:db8::${sender.toString(16)}`);
  expect(senders.originOf('2001:db8::')).toBe(first);
  senders.originOf('192.0.2.1');
  expect(senders.originOf('2001:db8::')).not.toBe(first);
});
