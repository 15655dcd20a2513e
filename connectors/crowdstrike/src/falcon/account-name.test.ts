import type { User } from '@sluice/ocsf/1.3.0';
import { expect, test } from 'vitest';
import { nameUser } from './account-name.ts';

test.each([
  ['ada', { name: 'ada' }],
  ['EXAMPLE\\ada', { name: 'ada', domain: 'EXAMPLE' }],
  ['E\\a', { name: 'a', domain: 'E' }],
  ['EXAMPLE\\ada\\x', { name: 'ada\\x', domain: 'EXAMPLE' }],
  ['\\ada', { name: '\\ada' }],
  ['EXAMPLE\\', { name: 'EXAMPLE\\' }],
])('the user %s has the name, and the domain if there is one', (written, expected) => {
  const user: User = {};
  nameUser(user, written);
  expect(user).toEqual(expected);
});
