import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const logon = { class_uid: 3002, activity_id: 1 };
const logoff = { class_uid: 3002, activity_id: 2 };

/** Types of records by the numbers that the kernel writes for them, with what they become. */
const types: readonly (readonly [number: string | undefined, type: string, event: object])[] = [
  ['1100', 'USER_AUTH', logon],
  ['1101', 'USER_ACCT', logon],
  ['1103', 'CRED_ACQ', logon],
  ['1104', 'CRED_DISP', logoff],
  ['1105', 'USER_START', logon],
  ['1106', 'USER_END', logoff],
  ['1109', 'USER_ERR', logon],
  ['1110', 'CRED_REFR', logon],
  ['1112', 'USER_LOGIN', logon],
  ['1113', 'USER_LOGOUT', logoff],
  ['1102', 'USER_MGMT', { class_uid: 3001, activity_id: 99 }],
  ['1108', 'USER_CHAUTHTOK', { class_uid: 3001, activity_id: 3 }],
  ['1114', 'ADD_USER', { class_uid: 3001, activity_id: 1 }],
  ['1115', 'DEL_USER', { class_uid: 3001, activity_id: 6 }],
  [undefined, 'ACCT_LOCK', { class_uid: 3001, activity_id: 9 }],
  [undefined, 'ACCT_UNLOCK', { class_uid: 3001, activity_id: 2 }],
  ['1116', 'ADD_GROUP', { class_uid: 3006, activity_id: 6, group: { name: 'staff' } }],
  ['1117', 'DEL_GROUP', { class_uid: 3006, activity_id: 5, group: { name: 'staff' } }],
  ['1132', 'GRP_MGMT', { class_uid: 3006, activity_id: 99, group: { name: 'staff' } }],
  ['1130', 'SERVICE_START', { class_uid: 6002, activity_id: 3, app: { name: 'nginx' } }],
  ['1131', 'SERVICE_STOP', { class_uid: 6002, activity_id: 4, app: { name: 'nginx' } }],
  ['1200', 'DAEMON_START', { class_uid: 6002, activity_id: 3 }],
  ['1201', 'DAEMON_END', { class_uid: 6002, activity_id: 4 }],
  ['1123', 'USER_CMD', { class_uid: 0 }],
  ['1309', 'EXECVE', { class_uid: 0 }],
  ['1400', 'AVC', { class_uid: 0 }],
  ['1300', 'SYSCALL', { class_uid: 0 }],
];

test.each(types)('%s, %s, is %j', (number, type, expected) => {
  const fields = `auid=1000 acct="alice" grp="staff" unit=nginx exe="/usr/sbin/x" res=success`;
  const event = { ...expected, metadata: { event_code: type } };
  for (const written of number === undefined ? [type] : [type, number])
    expect(audited(`type=${written} msg=audit(1768381921.123:456): ${fields}`), written).toMatchObject(event);
});

test.each([
  ['success', 1],
  ['yes', 1],
  ['1', 1],
  ['failed', 2],
  ['no', 2],
  ['0', 2],
  ['maybe', 0],
])('the result %s is %i, in any of its fields', (result, status) => {
  for (const name of ['res', 'success', 'result'])
    expect(audited(`type=USER_AUTH msg=audit(1.2:3): acct="alice" ${name}=${result}`), name).toMatchObject({
      status_id: status,
    });
});

test.each([
  ['acct="alice"', { name: 'alice' }],
  ['user="alice"', { name: 'alice' }],
  ['acct=616C696365', { name: 'alice' }],
  ['acct="CAFE"', { name: 'CAFE' }],
  ['acct="alice" id=1000', { name: 'alice', uid: '1000' }],
  ['acct="(unknown)" id=1000', { uid: '1000' }],
  ['acct="(invalid user)" id=1000', { uid: '1000' }],
  ['acct="?" id=1000', { uid: '1000' }],
  ['acct="alice" id=4294967295', { name: 'alice' }],
])('%s names whom it is about', (fields, user) => {
  const event = audited(`type=USER_AUTH msg=audit(1.2:3): ${fields} res=success`);
  expect(event['user']).toMatchObject(user);
  if (!('uid' in user)) expect(event).not.toHaveProperty('user.uid');
  if (!('name' in user)) expect(event).not.toHaveProperty('user.name');
});

test('who was logged on is the actor of a change, unless that was nobody', () => {
  const change = (fields: string): object =>
    audited(`type=ADD_USER msg=audit(1.2:3): pid=9 exe="/usr/sbin/useradd" acct="bob" res=success ${fields}`);
  expect(change('auid=1000 AUID="alice"')).toMatchObject({ actor: { user: { uid: '1000', name: 'alice' } } });
  expect(change('auid=1000 AUID="unset"')).not.toHaveProperty('actor.user.name');
  expect(change('auid=4294967295')).not.toHaveProperty('actor.user');
  expect(change('')).toMatchObject({ actor: { process: { pid: 9, name: 'useradd' } } });
});

test('a session has a number or a place', () => {
  const session = (fields: string): unknown =>
    audited(`type=USER_START msg=audit(1.2:3): acct="alice" res=success ${fields}`)['session'];
  expect(session('ses=3 terminal=pts/0')).toMatchObject({ uid: '3', terminal: 'pts/0' });
  expect(session('ses=3 terminal=ssh')).toEqual({ uid: '3' });
  expect(session('ses=4294967295 terminal=tty1')).toMatchObject({ terminal: 'tty1' });
  expect(session('ses=4294967295 terminal=tty1')).not.toHaveProperty('uid');
  for (const place of ['?', 'ssh', 'cron']) expect(session(`ses=4294967295 terminal=${place}`), place).toBeUndefined();
});

test.each([
  ['add-user-to-group', 3],
  ['adding user to group', 3],
  ['adding user to shadow group', 3],
  ['add-user-to-shadow-group', 3],
  ['deleting user from group', 4],
  ['delete-user-from-group', 4],
])('%s is a membership', (operation, activity) => {
  const text = `type=USER_MGMT msg=audit(1.2:3): pid=9 msg='op=${operation} acct="bob" grp="wheel" res=success'`;
  expect(audited(text)).toMatchObject({
    class_uid: 3006,
    activity_id: activity,
    group: { name: 'wheel' },
    user: { name: 'bob' },
  });
});

test.each([
  ['ADD_USER', 'adding home directory', 99],
  ['ADD_USER', 'adding mail spool', 99],
  ['USER_CHAUTHTOK', 'password aging', 99],
  ['USER_CHAUTHTOK', 'change-age', 99],
  ['USER_MGMT', 'changing group', 99],
  ['USER_MGMT', 'changing-password', 3],
  ['USER_MGMT', 'changing-shell', 99],
])('%s, %s, is activity %i of an account', (type, operation, activity) => {
  const event = audited(`type=${type} msg=audit(1.2:3): pid=9 msg='op=${operation} acct="bob" res=success'`);
  expect(event).toMatchObject({ class_uid: 3001, activity_id: activity, status_detail: operation });
});

test.each([
  ['add_rule', 1, 'Audit rule'],
  ['add rule', 1, 'Audit rule'],
  ['remove_rule', 4, 'Audit rule'],
  ['remove rule', 4, 'Audit rule'],
  ['set', 3, 'Audit configuration'],
])('%s is activity %i of an %s', (operation, activity, type) => {
  const event = audited(`type=CONFIG_CHANGE msg=audit(1.2:3): auid=1000 op="${operation}" key="passwd" list=4 res=1`);
  expect(event).toMatchObject({ class_uid: 3004, activity_id: activity, entity: { name: 'passwd', type } });
});

test.each([
  ['key="passwd" path="/etc/passwd"', '/etc/passwd'],
  ['key="passwd"', 'passwd'],
  ['key=(null)', 'audit'],
  ['list=4', 'audit'],
])('what is watched is told by %s', (fields, name) => {
  const event = audited(`type=CONFIG_CHANGE msg=audit(1.2:3): op=add_rule ${fields} res=1`);
  expect(event).toMatchObject({ class_uid: 3004, entity: { name } });
});

test('names of ids stand behind a character of their own', () => {
  const text = 'type=ADD_USER msg=audit(1.2:3): auid=1000 acct="bob" res=success\u001dUID="root" AUID="alice"';
  expect(audited(text)).toMatchObject({ status_id: 1, actor: { user: { name: 'alice' } } });
});

test('what is cut off is read as far as it goes', () => {
  expect(audited(`type=USER_AUTH msg=audit(1.2:3): pid=9 msg='op=login acct="alice" res=success`)).toMatchObject({
    status_detail: 'login',
    status_id: 1,
    user: { name: 'alice' },
  });
  const place = 'hostname=pc7.example.com, addr=192.0.2.7, terminal=pts/0';
  const old = `type=USER_AUTH msg=audit(1.2:3): user pid=9 msg='PAM: authentication acct="alice" : exe="/bin/su" (${place}`;
  expect(audited(old)).toMatchObject({ src_endpoint: { ip: '192.0.2.7' }, session: { terminal: 'pts/0' } });
  expect(audited(`${old} res=failed)'`)).toMatchObject({ src_endpoint: { ip: '192.0.2.7' }, status_id: 2 });
});

test('what runs a program has numbers of processes that can be', () => {
  const run = (parent: number, pid: number): object =>
    audited(`type=SYSCALL msg=audit(1.2:3): arch=c000003e syscall=59 ppid=${parent} pid=${pid} comm="ls" success=yes`);
  const most = 2_147_483_647;
  expect(run(most, most)).toMatchObject({ class_uid: 1007, process: { pid: most }, actor: { process: { pid: most } } });
  expect(run(most + 1, most)).toMatchObject({ class_uid: 0 });
  expect(run(most, most + 1)).toMatchObject({ class_uid: 0 });
});

test.each([
  ['kernel: type=1112 audit(1.2:3): acct="alice" res=1', 3002],
  ['kernel: audit: type=1112 audit(1.2:3): acct="alice" res=1', 3002],
  ['tag: type=USER_LOGIN msg=audit(1.2:3): acct="alice" res=success', 3002],
  ['tag: node=web1 type=USER_LOGIN msg=audit(1.2:3): acct="alice" res=success', 3002],
  ['tag: user type=USER_LOGIN msg=audit(1.2:3): acct="alice" res=success', 0],
])('%s is of class %i', (text, expected) => {
  expect(mapRecord(`<38>Jan 14 09:12:01 web1 ${text}`).event).toMatchObject({ class_uid: expected });
});

test('a number of a process is at most what it can be', () => {
  const change = (pid: number): object => audited(`type=ADD_USER msg=audit(1.2:3): pid=${pid} acct="bob" res=success`);
  expect(change(2_147_483_647)).toMatchObject({ actor: { process: { pid: 2_147_483_647 } } });
  expect(change(2_147_483_648)).not.toHaveProperty('actor.process');
});

test.each([
  ['addr=192.0.2.7 hostname=pc7', { ip: '192.0.2.7' }],
  ['addr=? hostname=?', undefined],
  ['hostname=pc7', { hostname: 'pc7' }],
  ['hostname=?', undefined],
  ['', undefined],
])('%j tells where a logon came from', (fields, source) => {
  const event = audited(`type=USER_AUTH msg=audit(1.2:3): acct="alice" ${fields} res=success`);
  if (source === undefined) expect(event).not.toHaveProperty('src_endpoint');
  else expect(event).toMatchObject({ src_endpoint: source, is_remote: true });
});

function audited(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 audispd: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
