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
  if (facts === undefined) return undefined;
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
  const [, result, target = '', who] = /^(Successful|FAILED) su for (.+) by (.+)$/s.exec(text) ?? [];
  if (who !== undefined) return { isFailure: result === 'FAILED', to: target, from: who };
  const [, mark, terminal = '', from = '', to] =
    /^([+-]) ([^ ]{1,256}) ([^ :]{1,256}):([^ :]{1,256})$/.exec(text) ?? [];
  return to === undefined ? undefined : { isFailure: mark === '-', from, to, terminal };
}

/** `(to root) bob on pts/0`, `FAILED SU (to root) bob on pts/0`. */
function readUtilLinux(text: string): SuFacts | undefined {
  const [, failed, to = '', from = '', terminal] =
    /^(FAILED SU )?\(to ([^)]{1,256})\) (.{1,256}) on (.{1,256})$/s.exec(text) ?? [];
  return terminal === undefined ? undefined : { isFailure: failed !== undefined, to, from, terminal };
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
  const [, bad, from = '', to = '', terminal] =
    /^(BAD SU )?([^ ]{1,256}) to ([^ ]{1,256}) on ([^ ]{1,256})$/.exec(text) ?? [];
  return terminal === undefined ? undefined : { isFailure: bad !== undefined, from, to, terminal };
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
