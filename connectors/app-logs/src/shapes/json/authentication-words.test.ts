import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';
import { authenticationWord } from './authentication-words.ts';

const begun = 'login,logon,log in,user login,sign in,signin,auth login,session login';
const done =
  'login success,login succeeded,login successful,user login success,user logged in,auth success,' +
  'authentication succeeded,authenticated,user authenticated,authn login success,authn login successafterfail,' +
  'authentication success,user signed in,successful login,auth login success';
const failed =
  'login failed,login failure,login error,failed login,user login failed,auth failed,auth failure,auth login failed,' +
  'invalid login,sign in failed,authn login fail,authentication failed,authentication failure,' +
  'failed login attempt,login attempt failed,invalid credentials,invalid username or password';
const ended =
  'logout,logoff,log out,user logout,auth logout,session logout,sign out,signout,user logged out,user signed out';

test.each([
  ['auth.login.failure', { phase: 'start', isSuccess: false }],
  ['user.signin', { phase: 'start' }],
  ['account-logout', { phase: 'end' }],
])('%s says of what it is', (name, meaning) => {
  expect(authenticationWord(name)).toEqual(meaning);
});

test.each([
  [begun, { phase: 'start' }],
  [done, { phase: 'start', isSuccess: true }],
  [failed, { phase: 'start', isSuccess: false }],
  [ended, { phase: 'end' }],
])('%s, however it is written', (names, meaning) => {
  for (const name of names.split(',')) {
    const written = [name, name.toUpperCase(), ...['-', '_', '.', '/'].map((mark) => name.replaceAll(' ', mark))];
    for (const word of written) expect([word, authenticationWord(word)]).toEqual([word, meaning]);
  }
});

test('whom it names stands behind a colon, before what else is said', () => {
  expect(authenticationWord('authn_login_fail: alice ,wrong-password')).toMatchObject({ user: 'alice' });
  expect(authenticationWord('authn_login_fail:,wrong-password')).toEqual({ phase: 'start', isSuccess: false });
});

test.each(['', 'login page', 'relogin', `login:${'x'.repeat(155)}`, 'zlogin'])('%j is none', (word) => {
  expect(authenticationWord(word)).toBeUndefined();
});

test('a word as long as is looked at', () => {
  expect(authenticationWord(`login:${'x'.repeat(154)}`)).toMatchObject({ phase: 'start' });
});

test.each([
  ['authenticated', { activity_id: 1, status_id: 1 }],
  ['auth failure', { activity_id: 1, status_id: 2 }],
  ['signout', { activity_id: 2 }],
])('a record whose event is %s is such a step of its user', (event, step) => {
  expect(eventOf(JSON.stringify({ event, user: 'alice' }))).toMatchObject({ class_uid: 3002, ...step });
});
