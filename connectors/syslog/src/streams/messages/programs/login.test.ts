import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each([
  ['ROOT LOGIN (root) ON ttyv0 FROM pc7.example.com', 'root', 'pc7.example.com'],
  ["FAILED LOGIN (1) on '/dev/tty1' from 'pc7' FOR 'alice', Authentication failure", 'alice', 'pc7'],
  ["FAILED LOGIN (1) on '/dev/tty1' from 'pc7' FOR 'alice, Authentication failure", "'alice", 'pc7'],
  ["FAILED LOGIN (1) on '/dev/tty1' from 'pc7' FOR alice', Authentication failure", "alice'", 'pc7'],
])('%s is of %s from %s', (text, name, hostname) => {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 login[1]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 3002, user: { name }, src_endpoint: { hostname }, is_remote: true });
});

test('who has no name has not logged on', () => {
  const text = "login[1]: FAILED LOGIN (1) on '/dev/tty1' FOR '', Authentication failure";
  expect(mapRecord(`<38>Jan 14 09:12:01 web1 ${text}`).event).toMatchObject({ class_uid: 0 });
});
