import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Status } from '../events/authentication.ts';
import { nobodyNamed } from '../events/user.ts';
import { phrase } from '../text/phrase.ts';
import type { Received } from '../received.ts';

interface LoginFacts {
  readonly isFailure?: boolean;
  readonly user: string;
  readonly terminal?: string | undefined;
  readonly host?: string | undefined;
  readonly reason?: string | undefined;
}

/** Logons at a terminal by login of util-linux, shadow and BusyBox. */
export function mapLogin(received: Received): MappedEvent | undefined {
  const text = received.text.startsWith('login: ') ? received.text.slice(7) : received.text;
  const facts = readSuccess(text) ?? readRoot(text) ?? readBsd(text) ?? readFailure(text) ?? readInvalid(text);
  if (facts === undefined || facts.user === '') return undefined;
  const { terminal, host } = facts;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: facts.isFailure === true ? Status.Failure : Status.Success,
    statusDetail: facts.reason,
    user: /^\(?unknown\)?$/i.test(facts.user) ? nobodyNamed : { name: facts.user },
    source: host === undefined ? undefined : { host },
    isRemote: host !== undefined,
    logonTypeId: LogonType.Interactive,
    session: terminal === undefined ? undefined : { terminal },
    service: 'login',
  });
}

/** `LOGIN ON tty1 BY alice`, `ROOT LOGIN ON tty1`, both also with `FROM host`. */
function readSuccess(text: string): LoginFacts | undefined {
  const [before, rest] = split(text, 'LOGIN ON ');
  if (rest === undefined || (before !== '' && before !== 'ROOT ' && before !== 'DIALUP ')) return undefined;
  const [place, host] = split(rest, ' FROM ');
  const [terminal, name] = split(place, ' BY ');
  return { user: name ?? (before === 'ROOT ' ? 'root' : ''), terminal, host };
}

/** `ROOT LOGIN  on '/dev/tty1' from 'pc'` of shadow, `root login on 'tty1'` of BusyBox. */
function readRoot(text: string): LoginFacts | undefined {
  const [, terminal, host] =
    /^(?:ROOT LOGIN|root login) {1,2}on '([^']{1,64})'(?: from '([^']{1,255})')?$/.exec(text) ?? [];
  return terminal === undefined ? undefined : { user: 'root', terminal, host };
}

/** FreeBSD: `ROOT LOGIN (root) ON ttyv0`, `login on ttyv0 as alice`, `2 LOGIN FAILURES ON ttyv0, eve`. */
function readBsd(text: string): LoginFacts | undefined {
  const [, root, place = '', from] =
    /^ROOT LOGIN \(([^()]{1,64})\) ON ([^ ]{1,64})(?: FROM ([^ ]{1,255}))?$/.exec(text) ?? [];
  if (root !== undefined) return { user: root, terminal: place, host: from };
  const [, terminal, user = ''] = /^login on ([^ ]{1,64}) as ([^ ]{1,256})$/.exec(text) ?? [];
  if (terminal !== undefined) return { user, terminal };
  const [, host, line, name = 'unknown'] =
    /^\d{1,6} LOGIN FAILURES? (?:FROM ([^ ,]{1,255})|ON ([^ ,]{1,64}))(?:, ([^ ]{1,256}))?$/.exec(text) ?? [];
  if (host === undefined && line === undefined) return undefined;
  return { isFailure: true, user: name, terminal: line, host, reason: 'INVALID_CREDENTIALS' };
}

/**
 * `FAILED LOGIN 2 FROM 192.0.2.7 FOR alice, Authentication failure`, `FAILED LOGIN (1) on '/dev/tty1' from 'pc' FOR 'alice',
 * Authentication failure`, `FAILED LOGIN SESSION FROM tty1 FOR alice, …`, `TOO MANY LOGIN TRIES (3) FROM …`. Behind FROM
 * stands a terminal or a host.
 */
function readFailure(text: string): LoginFacts | undefined {
  if (!text.startsWith('FAILED LOGIN ') && !text.startsWith('TOO MANY LOGIN TRIES ')) return undefined;
  const [place, rest] = split(text, ' FOR ');
  if (rest === undefined) return undefined;
  const comma = rest.lastIndexOf(', ');
  if (comma === -1) return undefined;
  const [before, host] = split(place, ' from ');
  const from = split(before, ' FROM ')[1];
  const on = split(before, ' on ')[1];
  const isTerminal = from !== undefined && /^(?:\/dev\/)?(?:tty|pts|console)/.test(from);
  return {
    isFailure: true,
    user: unquoted(rest.slice(0, comma)),
    terminal: isTerminal ? from : on && unquoted(on),
    host: isTerminal ? undefined : (from ?? (host && unquoted(host))),
    reason: rest.slice(comma + 2),
  };
}

const invalid = phrase("invalid password for '{user*}' on '{place}'");

/** `invalid password for 'alice' on 'ttyS0' from 'pc'`, in older words with backquotes. */
function readInvalid(text: string): LoginFacts | undefined {
  const plain = text.replaceAll('`', "'");
  const found = invalid(plain);
  if (found === undefined) return undefined;
  const host = / from '([^']{1,255})'$/.exec(plain)?.[1];
  return { isFailure: true, user: found.user, terminal: found.place, host, reason: 'INVALID_CREDENTIALS' };
}

/** What stands before and behind the first `marker`; the second is undefined where there is none. */
function split(text: string, marker: string): readonly [string, string?] {
  const at = text.indexOf(marker);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + marker.length)];
}

function unquoted(text: string): string {
  return /^'(.*)'$/s.exec(text)?.[1] ?? text;
}
