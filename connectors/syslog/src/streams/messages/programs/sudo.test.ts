import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each([
  ['nobody who asked', ' : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/bin/ls'],
  ['none of its fields', 'bob : is not asked for ; COMMAND=/bin/ls'],
  ['no command', 'bob : TTY=pts/0 ; PWD=/root ; USER=root'],
  ['no colon', 'bob TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/bin/ls'],
])('a text of sudo with %s is no logon', (_, text) => {
  expect(asked(text)).toMatchObject({ class_uid: 0 });
});

test('each field of sudo is told', () => {
  const fields = 'HOST=web2 ; TTY=pts/0 ; CHROOT=/srv ; PWD=/tmp ; USER=root ; GROUP=adm ; TSID=01 ; EXIT=1 ; ENV=A=b';
  expect(asked(`alice : ${fields} ; COMMAND=/bin/ls -l`)).toMatchObject({
    class_uid: 3002,
    status_id: 1,
    user: { name: 'root' },
    actor: { user: { name: 'alice' } },
    session: { terminal: 'pts/0' },
    unmapped: {
      host: 'web2',
      chroot: '/srv',
      pwd: '/tmp',
      group: 'adm',
      tsid: '01',
      exit: '1',
      env: 'A=b',
      command: '/bin/ls -l',
    },
  });
});

test.each<[string, object, string | undefined, string]>([
  ['TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls', { name: 'root' }, undefined, '/bin/ls'],
  ['TTY=pts/0 ; PWD=/ ; USER=#1001 ; COMMAND=/bin/ls', { uid: '1001' }, undefined, '/bin/ls'],
  ['TTY=pts/0 ; PWD=/ ; USER=#x ; COMMAND=/bin/ls', { name: '#x' }, undefined, '/bin/ls'],
  ['TTY=unknown ; PWD=/ ; COMMAND=list', { name: 'alice' }, undefined, 'list'],
  ['no ; TTY=pts/0 ; PWD=/a ; b ; USER=root ; COMMAND=/bin/ls', { name: 'root' }, 'no', '/bin/ls'],
  ['no ; really ; TTY=pts/0 ; USER=root ; COMMAND=/bin/ls', { name: 'root' }, 'no ; really', '/bin/ls'],
  ['TTY=pts/0 ; PWD=/x ; COMMAND=ls ; USER=root ; COMMAND=/bin/sh', { name: 'root' }, undefined, '/bin/sh'],
  [
    'TTY=pts/0 ; USER=root ; COMMAND=/bin/sh ; USER=bob ; COMMAND=x',
    { name: 'root' },
    undefined,
    '/bin/sh ; USER=bob ; COMMAND=x',
  ],
])('%s is a logon of %j', (fields, user, reason, command) => {
  const event = asked(`alice : ${fields}`);
  expect(event).toMatchObject({
    class_uid: 3002,
    status_id: reason === undefined ? 1 : 2,
    user,
    unmapped: { command },
  });
  expect(event['status_detail']).toBe(reason);
  expect(Object.hasOwn(event, 'session')).toBe(!fields.includes('unknown'));
});

function asked(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<86>Jan 14 09:12:01 web1 sudo: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
