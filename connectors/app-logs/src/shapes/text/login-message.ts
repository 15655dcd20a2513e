import { noHttpFacts, type Facts } from '../../events/facts.ts';
import { authenticationWord } from '../json/authentication-words.ts';
import { takeClient } from '../json/http-parties.ts';

const who = String.raw`(?:(?:for|by|of|from) )?(?:the )?(?:user(?:name)?|account|principal)?[ :=]{0,2}["'\x60]?(?<user>[^\s"'\x60,;()<>=]{1,128}?)["'\x60]?`;
const after = String.raw`(?=$|[.,;:](?: |$)|: | \(| - | (?:from|using|with|via|because|due|on|after|at|reason|successfully|ip)\b)`;
const login = '(?:log[- ]?in|log[- ]?on|sign[- ]?in|authentication)';

/** `for` or `user` must stand before a name: what else follows these words may be anything. */
const named = String.raw`(?=(?:for|by|of) |(?:the )?(?:user(?:name)?|account|principal)\b)`;

/** Authelia says which factor it was: `Unsuccessful 1FA authentication attempt by user 'alice'`. */
const factor = '(?:[A-Z0-9]{3,8} )?';

interface Wording {
  readonly pattern: RegExp;
  readonly phase: 'start' | 'end';
  readonly isSuccess: boolean;
}

const general: readonly Wording[] = [
  {
    pattern: new RegExp(
      `^${login} (?:attempt )?(?:failed|failure|rejected|denied|error)[:,]? ${named}${who}${after}`,
      'i',
    ),
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: new RegExp(
      `^(?:failed|invalid|unsuccessful|rejected) ${factor}${login}(?: attempt)?(?: made)?[:,]? ${named}${who}${after}`,
      'i',
    ),
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: new RegExp(`^${login} (?:succeeded|successful|success|accepted)[:,]? ${named}${who}${after}`, 'i'),
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: new RegExp(`^successful ${factor}${login}(?: attempt)?(?: made)?[:,]? ${named}${who}${after}`, 'i'),
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: new RegExp(
      `^user ["'\x60]?(?<user>[^\\s"'\x60,;()<>=]{1,128}?)["'\x60]? (?:has )?(?:been )?(?:successfully )?(?:(?:logged|signed) (?:in|on)|authenticated)${after}`,
      'i',
    ),
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: new RegExp(
      `^user ["'\x60]?(?<user>[^\\s"'\x60,;()<>=]{1,128}?)["'\x60]? (?:has )?(?:been )?(?:successfully )?(?:logged|signed) (?:out|off)${after}`,
      'i',
    ),
    phase: 'end',
    isSuccess: true,
  },
];

/** The ways in which PostgreSQL authenticates whoever connects. */
const methods = 'password|peer|ident|LDAP|PAM|GSSAPI|SSPI|RADIUS|certificate|BSD|MD5|SCRAM|OAuth bearer';

/** What databases say in words of their own. */
const databases: readonly Wording[] = [
  // PostgreSQL
  {
    pattern: new RegExp(`^(?:${methods}) authentication failed for user "(?<user>[^"]{1,128})"`),
    phase: 'start',
    isSuccess: false,
  },
  { pattern: /^connection authorized: user=(?<user>\S{1,128})(?: |$)/, phase: 'start', isSuccess: true },
  // MySQL
  {
    pattern: /^Access denied for user '(?<user>[^']{1,128})'@'(?<client>[^']{1,255})' \(using password: (?:YES|NO)\)/,
    phase: 'start',
    isSuccess: false,
  },
];

/** What single products say in words of their own. */
const products: readonly Wording[] = [
  // MongoDB up to 4.2
  {
    pattern: /^Successfully authenticated as principal (?<user>\S{1,128}) on \S{1,64}(?: |$)/,
    phase: 'start',
    isSuccess: true,
  },
  {
    pattern: /^SASL \S{1,40} authentication failed for (?<user>\S{1,128}) on \S{1,64} from client /,
    phase: 'start',
    isSuccess: false,
  },
  {
    pattern: /^Failed to authenticate (?<user>[^\s@]{1,128})@\S{1,64} with mechanism /,
    phase: 'start',
    isSuccess: false,
  },
  // Kafka
  {
    pattern: /^(?:\[[^\][]{1,200}\]: )?Successfully authenticated client: authenticationID=(?<user>[^;\s]{1,128});/,
    phase: 'start',
    isSuccess: true,
  },
  // Nextcloud
  {
    pattern: /^Login failed: (?<user>[^\s"]{1,128}) \(Remote IP: (?<client>[0-9a-fA-F:.]{2,45})\)$/,
    phase: 'start',
    isSuccess: false,
  },
  // Vaultwarden
  {
    pattern:
      /^Username or password is incorrect\. Try again\. IP: (?<client>[0-9a-fA-F:.]{2,45})\. Username: (?<user>\S{1,128}?)\.?$/,
    phase: 'start',
    isSuccess: false,
  },
  // Guacamole
  {
    pattern:
      /^Authentication attempt from \[?(?<client>[0-9a-fA-F:.]{2,45})[^"]{0,256} for user "(?<user>[^"]{1,128})" failed/,
    phase: 'start',
    isSuccess: false,
  },
  // lighttpd
  {
    pattern:
      /^password doesn't match for \S{1,2048} username: (?<user>[^\s,]{1,128}), IP: (?<client>[0-9a-fA-F:.]{2,45})/,
    phase: 'start',
    isSuccess: false,
  },
  // JupyterHub
  { pattern: /^User logged in: (?<user>\S{1,128})$/, phase: 'start', isSuccess: true },
  { pattern: /^User logged out: (?<user>\S{1,128})$/, phase: 'end', isSuccess: true },
  {
    pattern: /^PAM Authentication failed \((?<user>[^\s@()]{1,128})@(?<client>[0-9a-fA-F:.]{2,45})\)/,
    phase: 'start',
    isSuccess: false,
  },
];

const wordings: readonly Wording[] = [...general, ...databases, ...products];

/** Most messages begin otherwise: login, logon, log in, sign in, authentication, access, failed, invalid, successful, rejected, user, connection, and how PostgreSQL authenticates. */
const firstLetters = '[lLsSaAfFiIuUrRcCpPgGbBmMoO';
const mayHold = /log|sign|authenticat|access denied|authorized|password|credentials/i;
const origin =
  /(?: from (?:(?:private )?ip |host |address |client )?| ip=| ip: |\[client: )["'\x60[(]?([0-9a-fA-F:.]{3,45})/i;
const maxLength = 400;

/** Pronouns and the like are no names. */
const noNames: ReadonlySet<string> = new Set(['user', 'account', 'the', 'a', 'an', 'unknown', 'null', 'undefined']);

/**
 * Sees a login or a logout that the message itself says, with its user (`Login failed for user 'alice' from 192.0.2.1`),
 * or that it names where a field names the user. Every other wording is left alone.
 */
export function seeLoginMessage(facts: Facts, message: string | undefined = facts.message): void {
  if (message === undefined || facts.isAuthentication === true || !firstLetters.includes(message.charAt(0))) return;
  const text = beginningOf(message);
  if (!mayHold.test(text)) return;
  const somebody = facts.http?.user ?? facts.http?.userUid ?? facts.loginName;
  // Grafana gives the user id 0 to somebody whom it does not know.
  const word = somebody === undefined || somebody === '0' ? undefined : authenticationWord(text);
  if (word !== undefined && text.includes(' ')) {
    say(facts, word.phase, word.isSuccess);
    return;
  }
  for (const { pattern, phase, isSuccess } of wordings) {
    const { user, client = origin.exec(text)?.[1]?.replace(/[.:]$/, '') ?? '' } = pattern.exec(text)?.groups ?? {};
    if (user === undefined || noNames.has(user.toLowerCase()) || user.startsWith('{')) continue;
    say(facts, phase, isSuccess);
    const http = (facts.http ??= noHttpFacts());
    http.user ??= user;
    if (client !== 'localhost') takeClient(http, client);
    return;
  }
}

/** As many whole words as are looked at: half an address would be another one. */
function beginningOf(message: string): string {
  if (message.length <= maxLength) return message;
  return message.slice(0, Math.max(0, message.lastIndexOf(' ', maxLength)));
}

function say(facts: Facts, phase: 'start' | 'end', isSuccess: boolean | undefined): void {
  facts.isAuthentication = true;
  facts.eventPhase ??= phase;
  facts.isSuccess ??= isSuccess;
}
