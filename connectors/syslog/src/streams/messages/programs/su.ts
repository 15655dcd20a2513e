import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, Status } from '../events/authentication.ts';
import type { Received } from '../received.ts';

interface SuFacts {
  readonly isFailure: boolean;
  readonly from: string;
  readonly to: string;
  readonly terminal?: string;
}

/** Changes of user by su, in the words of its implementations (shadow, util-linux, BSD, Solaris, AIX). */
export function mapSu(received: Received): MappedEvent | undefined {
  const { text } = received;
  const facts = readShadow(text) ?? readUtilLinux(text) ?? readBsd(text) ?? readSolaris(text) ?? readAix(text);
  if (facts === undefined || facts.from === '' || facts.to === '') return undefined;
  const { terminal } = facts;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: facts.isFailure ? Status.Failure : Status.Success,
    user: { name: facts.to },
    actor: { name: facts.from },
    isRemote: false,
    session: terminal === undefined || noTerminals.has(terminal) ? undefined : { terminal },
    service: 'su',
  });
}

/** What is written in place of a terminal where there is none. */
const noTerminals: ReadonlySet<string> = new Set(['???', 'none', '?']);

/** `Successful su for root by bob`, `FAILED su for root by bob`, `+ /dev/pts/0 bob:root`, `- pts/0 bob:root`. */
function readShadow(text: string): SuFacts | undefined {
  if (text.startsWith('+ ') || text.startsWith('- ')) return readShort(text);
  const isSuccess = text.startsWith('Successful su for ');
  if (!isSuccess && !text.startsWith('FAILED su for ')) return undefined;
  const rest = text.slice(isSuccess ? 18 : 14);
  const at = rest.lastIndexOf(' by ');
  return at === -1 ? undefined : { isFailure: !isSuccess, to: rest.slice(0, at), from: rest.slice(at + 4) };
}

function readShort(text: string): SuFacts | undefined {
  const [mark, terminal = '', users = '', more] = text.split(' ', 4);
  const [from = '', to = ''] = users.split(':', 2);
  return more === undefined ? { isFailure: mark === '-', from, to, terminal } : undefined;
}

/** `(to root) bob on pts/0`, `FAILED SU (to root) bob on pts/0`. */
function readUtilLinux(text: string): SuFacts | undefined {
  const isSuccess = text.startsWith('(to ');
  if (!isSuccess && !text.startsWith('FAILED SU (to ')) return undefined;
  const rest = text.slice(isSuccess ? 4 : 14);
  const close = rest.indexOf(') ');
  const on = rest.lastIndexOf(' on ');
  if (close === -1 || on < close) return undefined;
  return {
    isFailure: !isSuccess,
    to: rest.slice(0, close),
    from: rest.slice(close + 2, on),
    terminal: rest.slice(on + 4),
  };
}

/** `'su root' succeeded for bob on /dev/pts/0`, `'su root' failed for bob on /dev/pts/0`. */
function readSolaris(text: string): SuFacts | undefined {
  const [, to = '', verb, from = '', terminal] =
    /^'su ([^' ]{1,64})' (succeeded|failed) for (\S{1,64}) on (\S{1,64})$/.exec(text) ?? [];
  if (terminal === undefined) return undefined;
  return { isFailure: verb === 'failed', from, to, terminal };
}

/** `bob to root on /dev/pts/0`, `BAD SU bob to root on /dev/pts/0`. */
function readBsd(text: string): SuFacts | undefined {
  const isSuccess = !text.startsWith('BAD SU ');
  const [from = '', to, target = '', on, terminal = '', more] = (isSuccess ? text : text.slice(7)).split(' ', 6);
  if (to !== 'to' || on !== 'on' || terminal === '' || more !== undefined) return undefined;
  return { isFailure: !isSuccess, from, to: target, terminal };
}

/** `from bob to root at /dev/pts/0`, `BAD SU from bob to root at /dev/pts/0`, `failed: pts/0 changing from bob to root`. */
function readAix(text: string): SuFacts | undefined {
  const [, bad, from = '', to = '', terminal] =
    /^(BAD SU )?from (\S{1,64}) to (\S{1,64}) at (\S{1,64})$/.exec(text) ?? [];
  if (terminal !== undefined) return { isFailure: bad !== undefined, from, to, terminal };
  const [, place = '', who = '', target] =
    /^failed: (\S{1,64}) changing from (\S{1,64}) to (\S{1,64})$/.exec(text) ?? [];
  if (target === undefined) return undefined;
  return { isFailure: true, from: who, to: target, terminal: place };
}
