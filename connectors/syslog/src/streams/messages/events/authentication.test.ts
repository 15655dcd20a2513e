import { expect, test } from 'vitest';
import { parseMessage } from '../message/parse.ts';
import { utc } from '../message/zone.ts';
import { Activity, authenticationEvent, Status } from './authentication.ts';

const clock = { receivedAt: Date.UTC(2026, 0, 14, 9), zone: utc };
const facts = { activityId: Activity.Logon, statusId: Status.Success, user: { name: 'alice' }, service: 'app' };

function loggedOn(header: string): Readonly<Record<string, unknown>> {
  const message = parseMessage(`<38>1 2026-01-14T09:12:01Z web1 ${header} - - x`, clock);
  return {
    ...authenticationEvent({ message, text: 'x', origin: { transport: 'udp' }, clock }, facts),
  };
}

test.each<[string, object | undefined]>([
  ['app 812', { name: 'app', pid: 812 }],
  ['- 812', { pid: 812 }],
  ['app 2147483647', { name: 'app', pid: 2_147_483_647 }],
  ['app -', undefined],
])('"%s" checked the credentials as %j', (header, process) => {
  const event = loggedOn(header);
  expect(event).toMatchObject({ class_uid: 3002, user: { name: 'alice' } });
  expect(event['logon_process']).toStrictEqual(process);
  expect(event).not.toHaveProperty('unmapped');
});

test.each(['main-7', '2147483648', '9999999999'])(
  'the process id %s, which is no number of 32 bits, is kept as text',
  (id) => {
    const event = loggedOn(`app ${id}`);
    expect(event).not.toHaveProperty('logon_process');
    expect(event).toHaveProperty('unmapped', { procid: id });
  },
);
