import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test('of a new account what has a name is kept', () => {
  expect(said('useradd: new user: name=bob, UID=1001, GID=1001, =odd, s=/bin/sh, home=/home/bob')['unmapped']).toEqual({
    gid: '1001',
    s: '/bin/sh',
    home: '/home/bob',
  });
});

test.each([
  ["userdel: removed group 'staff' owned by 'bob'", 'staff'],
  ["userdel: removed shadow group 'staff' owned by 'bob'", 'staff'],
  ["groupdel: group 'staff' removed", 'staff'],
  ["groupdel: removed group 'staff'", 'staff'],
  ["groupdel: removed group `staff'", 'staff'],
])('%s is the end of a group', (text, name) => {
  expect(said(text)).toMatchObject({ class_uid: 3006, activity_id: 5, group: { name } });
});

test.each([
  ['(group staff/2000, new name: crew)', 'staff'],
  ['(group staff, new name: crew)', 'staff'],
  ['(group staff)', 'staff'],
])('a group is changed as %s', (words, name) => {
  expect(said(`groupmod: group changed in /etc/group ${words}`)).toMatchObject({
    class_uid: 3006,
    activity_name: 'Update',
    group: { name },
  });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 ${text}`);
  expect(problems).toEqual([]);
  return event;
}
