import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

function said(text: string, program = 'httpd: '): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<13>Jan 15 12:00:00 ib1 ${program}2026-01-15 11:59:58.634Z ${text}`);
  expect(problems).toEqual([]);
  return event;
}

test.each([
  ['Login_Allowed', 1, 1],
  ['First_Login', 1, 1],
  ['Login_Denied', 1, 2],
  ['Logout', 2, 1],
])('%s is the activity %i with the status %i, at the time that it names', (verb, activity, status) => {
  expect(said(`[alice]: ${verb} - - to=AdminConnector ip=192.0.2.7 group=admins`)).toMatchObject({
    class_uid: 3002,
    activity_id: activity,
    status_id: status,
    time: Date.UTC(2026, 0, 15, 11, 59, 58, 634),
    user: { name: 'alice', groups: [{ name: 'admins' }] },
    src_endpoint: { ip: '192.0.2.7' },
    service: { name: 'AdminConnector' },
  });
});

test('a logon goes to the program that writes of it where nothing else is named', () => {
  expect(said('[bob]: Login_Denied - - auth=PAM')).toMatchObject({ service: { name: 'httpd' } });
  expect(said('[bob]: Login_Denied - - auth=PAM', '')).toMatchObject({ service: { name: 'NIOS' } });
});

test.each([
  ['Created', 1],
  ['Modified', 3],
  ['Deleted', 4],
])('%s is the activity %i of an entity', (verb, activity) => {
  expect(said(`[alice]: ${verb} HostRecord pc\\0401.example.com view=default: Set comment="x"`)).toMatchObject({
    class_uid: 3004,
    activity_id: activity,
    actor: { user: { name: 'alice' } },
    entity: { name: 'pc 1.example.com', type: 'HostRecord' },
  });
});

test.each(['Created', 'Created lower case', 'Called - GetLogFiles', 'Login_Maybe - - ip=192.0.2.7'])(
  '"%s" stays generic',
  (text) => {
    expect(said(`[alice]: ${text}`)).toMatchObject({ class_uid: 0 });
  },
);
