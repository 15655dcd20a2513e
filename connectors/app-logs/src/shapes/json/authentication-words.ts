/** What a record says of a step of authentication. */
export interface AuthenticationWord {
  /** Whether a session begins or ends with it. */
  readonly phase: 'start' | 'end';
  readonly isSuccess?: boolean;
}

const logons = ['login', 'logon', 'log in', 'user login', 'sign in', 'signin'];
const logonsDone = ['login success', 'login succeeded', 'login successful', 'user login success', 'user logged in'];
const moreDone = ['authn login success', 'authn login successafterfail', 'authentication success', 'user signed in'];
const logonsFailed = ['login failed', 'login failure', 'login error', 'failed login', 'user login failed'];
const moreFailed = ['sign in failed', 'authn login fail', 'authentication failed', 'authentication failure'];
const logoffs = [
  'logout',
  'logoff',
  'log out',
  'user logout',
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

const maxLength = 40;

/** The meaning of `login_failed`, `user.login`, `authn_login_fail:alice`; undefined for every other word. */
export function authenticationWord(value: string): AuthenticationWord | undefined {
  if (value.length > maxLength || !mayBeOne(value)) return undefined;
  const [name = ''] = value.split(':', 1);
  return words.get(name.toLowerCase().replaceAll(/[-_.]/g, ' '));
}

/** Most values are told by their first letter. */
function mayBeOne(value: string): boolean {
  return 'aflsu'.includes(value.charAt(0).toLowerCase());
}
