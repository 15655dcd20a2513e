import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Status } from '../events/authentication.ts';
import type { Received } from '../received.ts';

interface LoginFacts {
  readonly isSuccess: boolean;
  readonly user: string;
  readonly terminal?: string | undefined;
  readonly host?: string | undefined;
  readonly reason?: string | undefined;
}

/** Logons at a terminal by login of util-linux and shadow. */
export function mapLogin(received: Received): MappedEvent | undefined {
  const facts = readSuccess(received.text) ?? readFailure(received.text);
  if (facts === undefined || facts.user === '' || /^\(?unknown\)?$/i.test(facts.user)) return undefined;
  const { terminal, host } = facts;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: facts.isSuccess ? Status.Success : Status.Failure,
    statusDetail: facts.reason,
    user: { name: facts.user },
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
  return { isSuccess: true, user: name ?? (before === 'ROOT ' ? 'root' : ''), terminal, host };
}

/**
 * `FAILED LOGIN 2 FROM 192.0.2.7 FOR alice, Authentication failure`, `FAILED LOGIN (1) on '/dev/tty1' FOR 'alice',
 * Authentication failure`, `FAILED LOGIN SESSION FROM tty1 FOR alice, …`. Behind FROM stands a terminal or a host.
 */
function readFailure(text: string): LoginFacts | undefined {
  if (!text.startsWith('FAILED LOGIN ')) return undefined;
  const [place, rest] = split(text, ' FOR ');
  const comma = rest === undefined ? -1 : rest.lastIndexOf(', ');
  if (rest === undefined || comma === -1) return undefined;
  const from = split(place, ' FROM ')[1];
  const on = split(place, ' on ')[1];
  const isTerminal = from !== undefined && /^(?:\/dev\/)?(?:tty|pts|console)/.test(from);
  return {
    isSuccess: false,
    user: unquoted(rest.slice(0, comma)),
    terminal: isTerminal ? from : on && unquoted(on),
    host: isTerminal ? undefined : from,
    reason: rest.slice(comma + 2),
  };
}

/** What stands before and behind the first `marker`; the second is undefined where there is none. */
function split(text: string, marker: string): readonly [string, string | undefined] {
  const at = text.indexOf(marker);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + marker.length)];
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}
