import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['User account created', 1],
  ['User added', 1],
  ['User account enabled', 2],
  ['User account unlocked', 2],
  ['User password changed', 3],
  ['User password reset', 4],
  ['User account disabled', 5],
  ['User account deleted', 6],
  ['User removed', 6],
  ['User account locked', 9],
  ['User account modified', 99],
])('%s is activity %i of an account, and has happened', (title, activity) => {
  const { event, problems } = mapRecord(`<14>CEF:0|Example Corp|Portal|2.0|1|${title}|3|suser=admin duser=bob`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({
    class_uid: 3001,
    activity_id: activity,
    user: { name: 'bob' },
    actor: { user: { name: 'admin' } },
  });
});
