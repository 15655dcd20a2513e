import { ipOf, splitHostPort } from '../../events/address.ts';
import { noHttpFacts, type Facts } from '../../events/facts.ts';
import { authenticationWord } from '../json/authentication-words.ts';
import { takeClient, takeForwardedFor } from '../json/http-parties.ts';
import { wordings } from './login-wordings.ts';

/** Most messages begin otherwise: login, logon, log in, sign in, authentication, access, failed, invalid, successful, rejected, user, connection, error, HTTP, an address, and how PostgreSQL and RabbitMQ authenticate. */
const firstLetters = '[(<lLsSaAfFiIuUrRcCpPgGbBmMoOeEhH0123456789';
const mayHold = /log|sign|authenticat|successful auth|access denied|authorized|password|credentials/i;
const origin =
  /(?: from (?:(?:private )?ip (?:address )?|host |address |client )?| ip=| ip: |\[client: )["'\x60[(]?([0-9a-fA-F:.]{3,45})(?![\w-])/gi;
const maxLength = 400;

/** What some programs put before a message: `[Auth] `. */
const tag = /^\[[A-Za-z]{1,32}\] /;

/** Pronouns and the like are no names. */
const noNames: ReadonlySet<string> = new Set(['user', 'account', 'the', 'a', 'an', 'unknown', 'null', 'undefined']);

/**
 * Sees a login or a logout that the message itself says, with its user (`Login failed for user 'alice' from 192.0.2.1`),
 * or that it names where a field names the user. Every other wording is left alone.
 */
export function seeLoginMessage(facts: Facts, message: string | undefined = facts.message): void {
  if (message === undefined || facts.isAuthentication === true || !firstLetters.includes(message.charAt(0))) return;
  const text = beginningOf(message).replace(tag, '');
  if (!mayHold.test(text)) return;
  const somebody = facts.http?.user ?? facts.http?.userUid ?? facts.loginName;
  // Grafana gives the user id 0 to somebody whom it does not know.
  const word = somebody === undefined || somebody === '0' ? undefined : authenticationWord(text);
  if (word !== undefined && text.includes(' ')) {
    say(facts, word.phase, word.isSuccess);
    return;
  }
  for (const { pattern, phase, isSuccess } of wordings) {
    const { user, forwarded, client = originOf(text) } = pattern.exec(text)?.groups ?? {};
    if (user === undefined || noNames.has(user.toLowerCase()) || user.startsWith('{')) continue;
    say(facts, phase, isSuccess);
    const http = (facts.http ??= noHttpFacts());
    http.user ??= user;
    if (client !== 'localhost') takeClient(http, client);
    takeForwardedFor(http, forwarded);
    return;
  }
}

/** Where it came from; nothing where it names several: one of them may be part of a name that somebody chose. */
function originOf(text: string): string {
  const found = new Set(
    [...text.matchAll(origin)].map(([, address = '']) => address.replace(/[.:]$/, '')).filter(isAddress),
  );
  const [only = ''] = found;
  return found.size === 1 ? only : '';
}

/** An address, perhaps with a port: `from face` names nobody. */
function isAddress(text: string): boolean {
  return (ipOf(text) ?? ipOf(splitHostPort(text).host)) !== undefined;
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
