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

const windows = '<14>CEF:0|Microsoft|Microsoft Windows||Security:4624|An account was logged on.|3|';

test.each(['2', '3', '10', '13'])('a type %s of a logon of Windows is taken', (type) => {
  const { event } = mapRecord(`${windows}duser=bob cn1=${type} cn1Label=LogonType`);
  expect(event).toMatchObject({ logon_type_id: Number(type) });
  expect(event).not.toHaveProperty('unmapped.cn1');
});

test.each(['0', '1', '6', '99', '14', 'x'])('a type %s of a logon is left', (type) => {
  const { event, problems } = mapRecord(`${windows}duser=bob cn1=${type} cn1Label=LogonType`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ unmapped: { cn1: type } });
  expect(event).not.toHaveProperty('logon_type_id');
});

test('the id of a logon is of the session, not of the user', () => {
  const { event } = mapRecord(`${windows}suser=alice suid=0x1F duser=bob duid=0x373c2`);
  expect(event).toMatchObject({ session: { uid: '0x373c2' }, unmapped: { suid: '0x1F' } });
  expect(event).not.toHaveProperty('user.uid');
  expect(event).not.toHaveProperty('actor.user.uid');
  expect(mapRecord(`${windows}suser=alice suid=0x1F`).event).toMatchObject({ session: { uid: '0x1F' } });
  expect(mapRecord(`${windows}duser=bob duid=S-1-5-18`).event).toMatchObject({ user: { uid: 'S-1-5-18' } });
});

test.each([
  ['Security:4624', '4624', undefined],
  ['4624', '4624', undefined],
  ['24', '4624', '4624'],
  ['Security:14624', '4624', '4624'],
  ['Security:4624', '77', '77'],
])('of the code %s, the id %s names the event: %s', (code, id, uid) => {
  const { event } = mapRecord(`<14>CEF:0|Example Corp|Portal|2.0|${code}|User logged on|3|duser=bob externalId=${id}`);
  expect(event).toMatchObject({ class_uid: 3002 });
  expect((event['metadata'] as { readonly uid?: string }).uid).toBe(uid);
});

test('LEEF names the type of a logon by itself, and of ids only the event’s is its own', () => {
  const start = '<14>LEEF:2.0|Example Corp|Portal|2.0|User logged on|^|usrName=bob^logonType=10';
  expect(mapRecord(start).event).toMatchObject({ class_uid: 3002, logon_type_id: 10 });
  const uidOf = (fields: string): unknown =>
    (mapRecord(`${start}^${fields}`).event['metadata'] as { readonly uid?: string }).uid;
  expect(uidOf('process_guid=p1')).toBeUndefined();
  expect(uidOf('process_guid=p1^unique_id=u1')).toBe('u1');
});
