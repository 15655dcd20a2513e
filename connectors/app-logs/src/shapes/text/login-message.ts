import { ipOf, isHostname } from '../../events/address.ts';
import { noHttpFacts, type Facts } from '../../events/facts.ts';
import { authenticationWord } from '../json/authentication-words.ts';

const who = String.raw`(?:(?:for|by|of|from) )?(?:the )?(?:user(?:name)?|account|principal)?[ :=]{0,2}["'\x60]?(?<user>[^\s"'\x60,;()<>=]{1,128}?)["'\x60]?`;
const after = String.raw`(?=$|[.,;:](?: |$)|: | \(| - | (?:from|using|with|via|because|due|on|after|at|reason|successfully)\b)`;
const login = '(?:log[- ]?in|log[- ]?on|sign[- ]?in|authentication)';

/** `for` or `user` must stand before a name: what else follows these words may be anything. */
const named = String.raw`(?=(?:for|by|of) |(?:the )?(?:user|account|principal)\b)`;

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
      `^(?:failed|invalid|unsuccessful|rejected) ${login}(?: attempt)?[:,]? ${named}${who}${after}`,
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
  { pattern: new RegExp(`^successful ${login}[:,]? ${named}${who}${after}`, 'i'), phase: 'start', isSuccess: true },
  {
    pattern: new RegExp(
      `^user ["'\x60]?(?<user>[^\\s"'\x60,;()<>=]{1,128}?)["'\x60]? (?:has )?(?:been )?(?:successfully )?(?:logged|signed) (?:in|on)${after}`,
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

const wordings: readonly Wording[] = [...general, ...databases];

/** Most messages begin otherwise: login, logon, log in, sign in, authentication, access, failed, invalid, successful, rejected, user, connection, and how PostgreSQL authenticates. */
const firstLetters = 'lLsSaAfFiIuUrRcCpPgGbBmMoO';
const mayHold = /log|sign|authentication|access denied|authorized/i;
const origin = / from (?:ip |host |address |client )?["'[(]?([0-9a-fA-F:.]{3,45})/i;
const maxLength = 400;

/** Pronouns and the like are no names. */
const noNames: ReadonlySet<string> = new Set(['user', 'account', 'the', 'a', 'an', 'unknown', 'null', 'undefined']);

/**
 * Sees a login or a logout that the message itself says, with its user (`Login failed for user 'alice' from 192.0.2.1`),
 * or that it names where a field names the user. Every other wording is left alone.
 */
export function seeLoginMessage(facts: Facts): void {
  const { message } = facts;
  if (message === undefined || facts.isAuthentication === true || !firstLetters.includes(message.charAt(0))) return;
  const text = message.slice(0, maxLength);
  if (!mayHold.test(text)) return;
  const word =
    facts.http?.user === undefined && facts.http?.userUid === undefined ? undefined : authenticationWord(text);
  if (word !== undefined && text.includes(' ')) {
    say(facts, word.phase, word.isSuccess);
    return;
  }
  for (const { pattern, phase, isSuccess } of wordings) {
    const { user, client = origin.exec(text)?.[1]?.replace(/[.:]$/, '') ?? '' } = pattern.exec(text)?.groups ?? {};
    if (user === undefined || noNames.has(user.toLowerCase())) continue;
    say(facts, phase, isSuccess);
    const http = (facts.http ??= noHttpFacts());
    http.user ??= user;
    if (http.clientIp === undefined && http.clientHostname === undefined) {
      const ip = ipOf(client);
      if (ip !== undefined) http.clientIp = ip;
      else if (isHostname(client) && client !== 'localhost') http.clientHostname = client;
    }
    return;
  }
}

function say(facts: Facts, phase: 'start' | 'end', isSuccess: boolean | undefined): void {
  facts.isAuthentication = true;
  facts.eventPhase ??= phase;
  facts.isSuccess ??= isSuccess;
}
