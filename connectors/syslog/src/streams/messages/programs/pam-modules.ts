import { Activity, Status, type AuthenticationFacts } from '../events/authentication.ts';
import { nobodyNamed, qualifiedName } from '../events/user.ts';
import { phrase } from '../text/phrase.ts';

/** What a text of PAM says of a logon or logoff. */
export type PamFacts = Pick<AuthenticationFacts, 'activityId' | 'statusId' | 'user'> & Partial<AuthenticationFacts>;

const lockedOut = 'ACCOUNT_LOCKED_OUT';

const readers: readonly ((text: string) => PamFacts | undefined)[] = [
  // pam_sss
  reader(phrase('Access denied for user {name}: {code} ({reason})'), ({ name, reason }) => refused(name, reason)),
  // pam_tally, pam_tally2
  reader(phrase('user {name} ({uid}) tally {tally}, deny {limit}'), ({ name }) => refused(name, lockedOut)),
  // pam_access, pam_time
  reader(phrase('access denied for user {name} from {host}'), ({ name, host }) => ({
    ...refused(name, 'Access denied'),
    source: { host: unquoted(host) },
    isRemote: true,
  })),
  reader(phrase('access denied for user {name}'), ({ name }) => refused(name, 'Access denied')),
  // pam_listfile
  reader(phrase('Refused user {name} for service {service}'), ({ name }) => refused(name, 'Access denied')),
  // pam_securetty
  reader(phrase("access denied: tty '{terminal}' is not secure"), ({ terminal }) => ({
    ...refused(nobodyNamed.name ?? '', 'The terminal is not secure'),
    session: { terminal },
  })),
  // pam_krb5
  reader(phrase('user {name} authenticated as {principal}'), ({ name }) => accepted(name)),
  reader(phrase("authentication succeeds for '{name}' ({principal})"), ({ name }) => accepted(name)),
  reader(phrase("authentication fails for '{name}' ({principal}): {reason}"), ({ name, reason }) =>
    refused(name, reason),
  ),
  // pam_ldap, pam_winbind
  reader(phrase('error trying to bind as user "{name}" ({reason})'), ({ name, reason }) => refused(name, reason)),
  reader(phrase("user '{name}' granted access"), ({ name }) => accepted(name)),
  // pam_google_authenticator
  reader(phrase('Accepted google_authenticator for {name}'), ({ name }) => ({ ...accepted(name), isMfa: true })),
  reader(phrase('Invalid verification code for {name}'), ({ name }) => ({
    ...refused(name, 'INVALID_CREDENTIALS'),
    isMfa: true,
  })),
  // pam_duo
  reader(phrase("Successful Duo login for '{name}' from {host}"), ({ name, host }) => ({
    ...accepted(name),
    source: { host },
    isMfa: true,
  })),
  reader(phrase("Failed Duo login for '{name}' from {host}"), ({ name, host }) => ({
    ...refused(name, 'INVALID_CREDENTIALS'),
    source: { host },
    isMfa: true,
  })),
];

/** The words in which single modules of PAM accept and refuse users; undefined where a text is none of them. */
export function readModule(text: string): PamFacts | undefined {
  for (const read of readers) {
    const facts = read(text);
    if (facts !== undefined && facts.user.name !== '') return facts;
  }
  return undefined;
}

const locked = phrase('Consecutive login failures for user {name} account temporarily locked');

/** The account that pam_faillock says it has locked. */
export function lockedAccount(text: string): string | undefined {
  return locked(text)?.name;
}

function reader<Gaps>(
  read: (text: string) => Gaps | undefined,
  toFacts: (gaps: Gaps) => PamFacts,
): (text: string) => PamFacts | undefined {
  return (text) => {
    const gaps = read(text);
    return gaps === undefined ? undefined : toFacts(gaps);
  };
}

function accepted(name: string): PamFacts {
  return { activityId: Activity.Logon, statusId: Status.Success, user: qualifiedName(unquoted(name)) };
}

function refused(name: string, statusDetail: string): PamFacts {
  const user = qualifiedName(unquoted(name));
  return { activityId: Activity.Logon, statusId: Status.Failure, statusDetail, user };
}

/** Without the quotes of `` `alice' ``. */
function unquoted(text: string): string {
  return /^[`'].*'$/s.test(text) ? text.slice(1, -1) : text;
}
