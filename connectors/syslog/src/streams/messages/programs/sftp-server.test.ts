import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<30>Jan 14 09:12:01 files1 sftp-server[9]: ${text}`);
  expect(problems).toEqual([]);
  return event;
}

test.each([
  ['open "/a" flags READ mode 0666', 99, 'open', '/a', { flags: 'READ', mode: '0666' }],
  ['rename old "/a" new "/b"', 5, 'Rename', '/a', { new: '/b' }],
  ['posix-rename old "/a b" new "/c d"', 5, 'Rename', '/a b', { new: '/c d' }],
  ['symlink old "/a" new "/b"', 99, 'symlink', '/a', { new: '/b' }],
  ['hardlink old "/a" new "/b"', 99, 'hardlink', '/a', { new: '/b' }],
  ['remove name "/a"', 4, 'Delete', '/a', undefined],
  ['mkdir name "/a" mode 0755', 99, 'mkdir', '/a', { mode: '0755' }],
  ['rmdir name "/a"', 4, 'Delete', '/a', undefined],
  ['opendir "/a"', 6, 'List', '/a', undefined],
  ['set "/a" size 812', 99, 'set', '/a', { size: '812' }],
  ['set "/a" owner 1000 group 1000', 99, 'set', '/a', { owner: '1000 group 1000' }],
  ['set "/a" modtime 20260115-12:00:00', 99, 'set', '/a', { modtime: '20260115-12:00:00' }],
])('%s: it is not told whether it could be done', (text, activity, name, path, unmapped) => {
  const event = said(text);
  const metadata = { product: { vendor_name: 'OpenBSD', name: 'OpenSSH' } };
  expect(event).toMatchObject({ class_uid: 4008, activity_id: activity, status_id: 0, file: { path }, metadata });
  expect([event['activity_name'], event['unmapped']]).toEqual([name, unmapped]);
});

test.each([
  ['close "/a" bytes read 0 written 812', 1, 'Put', { bytes_out: 812 }],
  ['close "/a" bytes read 812 written 0', 2, 'Get', { bytes_in: 812 }],
  ['close "/a" bytes read 10 written 20', 1, 'Put', { bytes_in: 10, bytes_out: 20, bytes: 30 }],
  ['close "/a" bytes read 0 written 0', 99, 'close', undefined],
])('%s is a transfer that came to its end', (text, activity, name, traffic) => {
  const event = said(text);
  expect(event).toMatchObject({ class_uid: 4008, activity_id: activity, status_id: 1, file: { path: '/a' } });
  expect(event['activity_name']).toBe(name);
  expect(event['traffic']).toEqual(traffic);
  expect(event).not.toHaveProperty('status_detail');
  expect(said(`forced ${text}`)).toMatchObject({ activity_id: activity, status_id: 2, status_detail: 'forced close' });
});

test.each(['mkdir name "/a"', 'rmdir name "/a"', 'opendir "/a"'])('%s is about a folder', (text) => {
  expect(said(text)).toMatchObject({ file: { name: 'a', type_id: 2 } });
  expect(said('remove name "/a"')).toMatchObject({ file: { name: 'a', type_id: 0 } });
});

test('quotes in a name are part of it', () => {
  expect(said('close "/a" b" bytes read 0 written 1')).toMatchObject({ file: { path: '/a" b' } });
  expect(said('remove name "a"b"')).toMatchObject({ file: { path: 'a"b' } });
});

test.each([
  'sent status No such file',
  'closedir "/a"',
  'close "" bytes read 0 written 0',
  'close "/a" bytes read x written 0',
  'remove name "/a',
  'rename old "/a"',
  'opendir /a',
  'set "/a" colour red',
  ' open "/a" flags READ mode 0666!',
])('%s stays as it is', (text) => {
  expect(said(text)).toMatchObject({ class_uid: 0 });
});
