/** What a record says of a step of authentication. */
export interface AuthenticationWord {
  /** Whether a session begins or ends with it. */
  readonly phase: 'start' | 'end';
  readonly isSuccess?: boolean;
  /** Whom it names: `authn_login_fail:alice,wrong-password`. */
  readonly user?: string;
}

const logons = ['login', 'logon', 'log in', 'user login', 'sign in', 'signin', 'auth login', 'session login'];
const logonsDone = [
  'login success',
  'login succeeded',
  'login successful',
  'successful login',
  'user login success',
  'auth login success',
  'user logged in',
];
const moreDone = [
  'auth success',
  'authentication succeeded',
  'authenticated',
  'user authenticated',
  'authn login success',
  'authn login successafterfail',
  'authentication success',
  'user signed in',
];
const logonsFailed = ['login failed', 'login failure', 'login error', 'failed login', 'user login failed'];
const moreFailed = [
  'auth failed',
  'auth failure',
  'auth login failed',
  'invalid login',
  'sign in failed',
  'authn login fail',
  'authentication failed',
  'authentication failure',
  'failed login attempt',
  'login attempt failed',
  'invalid credentials',
  'invalid username or password',
  'incorrect username or password',
];
const logoffs = [
  'logout',
  'logoff',
  'log out',
  'user logout',
  'auth logout',
  'session logout',
  'sign out',
  'signout',
  'user logged out',
  'user signed out',
];

/** Names that applications (and the logging vocabulary of OWASP) give to logins and logouts, and nothing else. */
const words: ReadonlyMap<string, AuthenticationWord> = new Map<string, AuthenticationWord>([
  ...logons.map((name) => [name, { phase: 'start' }] as const),
  ...[...logonsDone, ...moreDone].map((name) => [name, { phase: 'start', isSuccess: true }] as const),
  ...[...logonsFailed, ...moreFailed].map((name) => [name, { phase: 'start', isSuccess: false }] as const),
  ...logoffs.map((name) => [name, { phase: 'end' }] as const),
]);

const maxLength = 160;

/** Of what it is the name of an event: `auth.login.failure`, `user.logout`. */
const of = /^(?:auth|authn|authentication|user|session|security|account|cowrie) /;

/** The meaning of `login_failed`, `user.login`, `authn_login_fail:alice`; undefined for every other word. */
export function authenticationWord(value: string): AuthenticationWord | undefined {
  if (value.length > maxLength || !mayBeOne(value)) return undefined;
  const [name = '', arguments_ = ''] = value.split(':');
  const plain = name.toLowerCase().replaceAll(/[-_./]/g, ' ');
  const word = words.get(plain) ?? words.get(plain.replace(of, ''));
  const [user = ''] = arguments_.split(',');
  return word === undefined || user.trim() === '' ? word : { ...word, user: user.trim() };
}

/** Most values are told by their first letter. */
function mayBeOne(value: string): boolean {
  return 'acfilsu'.includes(value.charAt(0).toLowerCase());
}
