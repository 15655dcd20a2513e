import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each([
  ['New session 12 of user alice.', 1, '12', 'alice'],
  ['New session 12 of user alice', 1, '12', 'alice'],
  ["New session '12' of user 'alice' with class 'user' and type 'tty'.", 1, '12', 'alice'],
  ["New session c'1 of user a.b.", 1, "c'1", 'a.b'],
  ["New session '1 of user alice.", 1, "'1", 'alice'],
  ["New session 1' of user alice.", 1, "1'", 'alice'],
  ['Removed session 12.', 2, '12', 'unknown'],
  ["Removed session '12'.", 2, '12', 'unknown'],
  ['Session 12 logged out. Waiting for processes to exit.', 2, '12', 'unknown'],
])('%s is activity %i of session %s', (text, activity, uid, name) => {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 systemd-logind[1]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 3002, activity_id: activity, session: { uid }, user: { name } });
});
