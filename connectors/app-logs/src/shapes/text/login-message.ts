import { ipOf } from '../../events/address.ts';
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

const wordings: readonly Wording[] = [
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

/** Most messages begin otherwise: login, logon, log in, sign in, authentication, failed, invalid, successful, rejected, user. */
const firstLetters = 'lLsSaAfFiIuUrR';
const mayHold = /log|sign|authentication/i;
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
    const user = pattern.exec(text)?.groups?.['user'];
    if (user === undefined || noNames.has(user.toLowerCase())) continue;
    say(facts, phase, isSuccess);
    const http = (facts.http ??= noHttpFacts());
    http.user ??= user;
    if (http.clientIp === undefined && http.clientHostname === undefined) {
      const ip = ipOf(origin.exec(text)?.[1]?.replace(/[.:]$/, '') ?? '');
      if (ip !== undefined) http.clientIp = ip;
    }
    return;
  }
}

function say(facts: Facts, phase: 'start' | 'end', isSuccess: boolean | undefined): void {
  facts.isAuthentication = true;
  facts.eventPhase ??= phase;
  facts.isSuccess ??= isSuccess;
}
