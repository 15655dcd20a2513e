import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each<[string, string, number, string, string | undefined, string | undefined]>([
  ['doas', 'alice ran command id -u as root from /home/alice', 1, 'root', 'alice', undefined],
  ['doas', 'alice ran command as root: id', 1, 'root', 'alice', undefined],
  ['doas', 'failed auth for alice', 2, 'unknown', 'alice', 'INVALID_CREDENTIALS'],
  ['doas', 'failed command for alice: id', 2, 'unknown', 'alice', 'Not permitted'],
  ['doas', 'command not permitted for alice: id', 2, 'unknown', 'alice', 'Not permitted'],
  [
    'pkexec',
    'alice: Executing command [USER=root] [TTY=unknown] [CWD=/] [COMMAND=/usr/bin/id]',
    1,
    'root',
    'alice',
    undefined,
  ],
  [
    'pkexec',
    'alice: Error executing command as another user: Not authorized [USER=root] [TTY=pts/1] [CWD=/] [COMMAND=/usr/bin/id]',
    2,
    'root',
    'alice',
    'Error executing command as another user: Not authorized',
  ],
  ['unix_chkpwd', 'password check failed for user (alice)', 2, 'alice', undefined, 'INVALID_CREDENTIALS'],
])('%s: %s has the outcome %i', (program, text, status, user, actor, detail) => {
  const { event, problems } = mapRecord(`<86>Jan 14 09:12:01 web1 ${program}[9]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 3002, status_id: status, user: { name: user } });
  expect(event['status_detail']).toBe(detail);
  if (actor === undefined) expect(event).not.toHaveProperty('actor.user');
  else expect(event).toMatchObject({ actor: { user: { name: actor } } });
});
