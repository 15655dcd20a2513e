import { expect, test } from 'vitest';
import { parseMessage } from '../message/parse.ts';
import { utc } from '../message/zone.ts';
import type { Received } from '../received.ts';
import { deviceOf } from './endpoint.ts';
import { frameOf, writerOf } from './frame.ts';
import { processActivity, ProcessActivityId } from './process-activity.ts';

const clock = { receivedAt: Date.UTC(2026, 0, 14, 9), zone: utc };

function received(text: string, origin: Received['origin'] = { transport: 'udp' }): Received {
  const message = parseMessage(text, clock);
  return { message, text: message.content, origin, clock };
}

test('the device is the one that the message names, else the sender, else this machine', () => {
  const named = received('<30>Jan 14 09:12:01 web1 app: x', { transport: 'udp', address: '192.0.2.1' });
  const unnamed = '<30>app: x';
  expect(deviceOf(named, { hostname: 'gate1' })).toEqual({ hostname: 'gate1', type_id: 0 });
  expect(deviceOf(named)).toEqual({ hostname: 'web1', type_id: 0 });
  expect(deviceOf(received(unnamed, { transport: 'udp', address: '192.0.2.1' }))).toEqual({
    ip: '192.0.2.1',
    type_id: 0,
  });
  expect(deviceOf(received(unnamed, { transport: 'unix' }))).toEqual({ hostname: 'localhost', type_id: 0 });
  expect(deviceOf(received(unnamed))).toBeUndefined();
  expect(deviceOf(received(unnamed), { uid: '0009', typeId: 9 })).toEqual({ uid: '0009', type_id: 9 });
});

test('a process id that is no number is kept among the rest, with the structured data', () => {
  const numbered = received('<30>1 - web1 app 812 - [a b="c"] x');
  const odd = received('<30>1 - web1 app x1 - [a b="c"] x');
  const structured = { structured_data: { a: { b: 'c' } } };
  expect(writerOf(numbered)).toEqual({ name: 'app', pid: 812 });
  expect([writerOf(odd), writerOf(received('<30>1 - web1 app - - - x'))]).toEqual([undefined, undefined]);
  expect(frameOf(numbered, { process: writerOf(numbered) }).unmapped).toEqual(structured);
  expect(frameOf(odd, { process: writerOf(odd) }).unmapped).toEqual({ procid: 'x1', ...structured });
});

test('a process that starts is told where its actor and its host are known', () => {
  const facts = { activityId: ProcessActivityId.Launch, target: { name: 'ls', pid: 4711 } };
  const known = received('<30>Jan 14 09:12:01 web1 app: x');
  expect(processActivity(known, { ...facts, process: { pid: 812 } })).toMatchObject({
    class_uid: 1007,
    activity_id: 1,
    device: { hostname: 'web1' },
    actor: { process: { pid: 812 } },
    process: { name: 'ls', pid: 4711 },
  });
  expect(processActivity(known, facts)).toBeUndefined();
  expect(processActivity(received('<30>app: x'), { ...facts, process: { pid: 812 } })).toBeUndefined();
});
