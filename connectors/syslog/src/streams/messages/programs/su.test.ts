import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each<[string, number, string, string, string | undefined]>([
  ['Successful su for root by bob', 1, 'root', 'bob', undefined],
  ['FAILED su for root by bob', 2, 'root', 'bob', undefined],
  ['FAILED su for a by b by c', 2, 'a by b', 'c', undefined],
  ['+ /dev/pts/0 bob:root', 1, 'root', 'bob', '/dev/pts/0'],
  ['- pts/0 bob:root', 2, 'root', 'bob', 'pts/0'],
  ['+ ??? bob:root', 1, 'root', 'bob', undefined],
  ['+ none bob:root', 1, 'root', 'bob', undefined],
  ['+ ? bob:root', 1, 'root', 'bob', undefined],
  ['(to root) bob on pts/0', 1, 'root', 'bob', 'pts/0'],
  ['FAILED SU (to root) bob on pts/0', 2, 'root', 'bob', 'pts/0'],
  ["'su root' succeeded for bob on /dev/pts/0", 1, 'root', 'bob', '/dev/pts/0'],
  ["'su root' failed for bob on /dev/pts/0", 2, 'root', 'bob', '/dev/pts/0'],
  ['bob to root on /dev/pts/0', 1, 'root', 'bob', '/dev/pts/0'],
  ['BAD SU bob to root on /dev/pts/0', 2, 'root', 'bob', '/dev/pts/0'],
  ['from bob to root at /dev/pts/0', 1, 'root', 'bob', '/dev/pts/0'],
  ['BAD SU from bob to root at /dev/pts/0', 2, 'root', 'bob', '/dev/pts/0'],
  ['failed: pts/0 changing from bob to root', 2, 'root', 'bob', 'pts/0'],
])('%s has the outcome %i', (text, status, user, actor, terminal) => {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 su[90]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({
    class_uid: 3002,
    activity_id: 1,
    status_id: status,
    user: { name: user },
    actor: { user: { name: actor } },
    is_remote: false,
    service: { name: 'su' },
  });
  expect((event['session'] as { terminal: string } | undefined)?.terminal).toBe(terminal);
});
