import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const failure = 'authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7  user=alice';

test.each([
  ['app', '9', 'pam_unix(sshd:session): session opened for user alice', 'sshd'],
  ['app', '9', 'pam_unix(sshd): session opened for user alice', 'sshd'],
  ['app', '9', 'pam_krb5[9]: session opened for user alice', 'app'],
  ['-', '-', 'pam_krb5[9]: session opened for user alice', 'PAM'],
  ['app', '9', '(pam_unix) session opened for user alice', 'app'],
  ['-', '-', '(pam_unix) session opened for user alice', 'PAM'],
  ['app(pam_unix)', '9', 'session opened for user alice', 'app'],
  ['app(pam_unix)', '9', `PAM 2 more ${failure.replace('failure', 'failures')}`, 'app'],
  ['app', '9', `2 more ${failure.replace('failure', 'failures')}`, 'app'],
  ['-', '-', `PAM 1 more ${failure}`, 'PAM'],
])('%s[%s], %s, is of the service %s', (program, pid, text, name) => {
  const { event, problems } = mapRecord(`<86>1 2026-01-14T09:12:01Z web1 ${program} ${pid} - - ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 3002, service: { name }, user: { name: 'alice' } });
});

test.each([
  ['auth could not identify password for [a]', 'a', 'No password was given'],
  ['auth could not identify password for [alice]', 'alice', 'No password was given'],
  ['account a has expired (account expired)', 'a', 'ACCOUNT_EXPIRED'],
  ['account alice has expired (account expired)', 'alice', 'ACCOUNT_EXPIRED'],
  ['expired password for user a (root enforced)', 'a', 'PASSWORD_EXPIRED'],
  ['received for user a: 7 (Authentication failure)', 'a', 'Authentication failure'],
  ['received for user alice: 7 (Authentication failure)', 'alice', 'Authentication failure'],
])('%s is of %s', (text, name, detail) => {
  expect(said(`pam_unix(app:auth): ${text}`)).toMatchObject({
    class_uid: 3002,
    status_id: 2,
    status_detail: detail,
    user: { name },
  });
});

test.each<[string, object, object | undefined]>([
  ['alice(uid=1000) by bob(uid=1001)', { name: 'alice', uid: '1000' }, { name: 'bob', uid: '1001' }],
  ['alice by (uid=0)', { name: 'alice' }, { uid: '0' }],
  ['alice(uid=1000', { name: 'alice(uid=1000' }, undefined],
  ['(uid=1000)', { uid: '1000' }, undefined],
  ['a(uid=1)(uid=1000)', { name: 'a(uid=1)', uid: '1000' }, undefined],
])('a session is opened for %s', (words, user, actor) => {
  const event = said(`pam_unix(app:session): session opened for user ${words}`);
  expect(event).toMatchObject({ user, ...(actor === undefined ? {} : { actor: { user: actor } }) });
  for (const key of ['name', 'uid']) expect(Object.hasOwn(Object(event['user']), key)).toBe(Object.hasOwn(user, key));
  if (actor === undefined) expect(event).not.toHaveProperty('actor.user');
});

test.each([
  ['tty=pts/1 ruser=bob rhost=192.0.2.7  user=alice', 'pts/1', 'bob', 'alice'],
  ['tty=ssh ruser= rhost=192.0.2.7  user=alice', undefined, undefined, 'alice'],
  ['rhost=192.0.2.7  user=alice', undefined, undefined, 'alice'],
  ['rhost=192.0.2.7  user=alice tty=pts/1 ruser=bob', undefined, undefined, 'alice tty=pts/1 ruser=bob'],
  ['tty=pts/1 ruser=bob rhost=192.0.2.7', 'pts/1', 'bob', 'unknown'],
])('%s tells who failed, where', (fields, terminal, actor, name) => {
  const event = said(`pam_unix(app:auth): authentication failure; logname= uid=0 euid=0 ${fields}`) as {
    session?: { terminal: string };
    actor?: { user?: { name: string } };
  };
  expect(event).toMatchObject({ status_id: 2, user: { name }, src_endpoint: { ip: '192.0.2.7' } });
  expect([event.session?.terminal, event.actor?.user?.name]).toEqual([terminal, actor]);
});

test('what a module says of a host is of a remote logon', () => {
  expect(said("pam_access(app:account): access denied for user `alice' from `192.0.2.7'")).toMatchObject({
    status_id: 2,
    is_remote: true,
    src_endpoint: { ip: '192.0.2.7' },
  });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<86>Jan 14 09:12:01 web1 app[9]: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
