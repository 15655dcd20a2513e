import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, Status } from '../events/authentication.ts';
import { nobodyNamed, type UserFacts } from '../events/user.ts';
import type { Received } from '../received.ts';

/** Sessions opened and removed. What removes one does not say whose it was; the id of the session does. */
export function mapSystemdLogind(received: Received): MappedEvent | undefined {
  const { text } = received;
  const facts = readNew(text) ?? readRemoved(text);
  if (facts === undefined || facts.session.uid === '' || facts.user.name === '') return undefined;
  return authenticationEvent(received, {
    ...facts,
    statusId: Status.Success,
    service: 'systemd-logind',
    product: { vendor_name: 'systemd', name: 'systemd' },
  });
}

interface SessionFacts {
  readonly activityId: Activity;
  readonly user: UserFacts;
  readonly session: { readonly uid: string };
}

/** `New session 12 of user alice.`, since systemd 256 with quotes and more words. */
function readNew(text: string): SessionFacts | undefined {
  const at = text.startsWith('New session ') ? text.indexOf(' of user ') : -1;
  if (at === -1) return undefined;
  return {
    activityId: Activity.Logon,
    user: { name: userOf(text.slice(at + 9)) },
    session: { uid: unquoted(text.slice(12, at)) },
  };
}

/** `Removed session 12.` and `Session 12 logged out. Waiting for processes to exit.` */
function readRemoved(text: string): SessionFacts | undefined {
  const uid = /^(?:Removed session ([^ ]{1,64}?)\.?|Session ([^ ]{1,64}) logged out\..*)$/.exec(text);
  const session = uid?.[1] ?? uid?.[2];
  return session === undefined
    ? undefined
    : { activityId: Activity.Logoff, user: nobodyNamed, session: { uid: unquoted(session) } };
}

function userOf(rest: string): string {
  return /^'([^']*)'/.exec(rest)?.[1] ?? rest.replace(/\.$/, '');
}

function unquoted(text: string): string {
  return /^'(.*)'$/s.exec(text)?.[1] ?? text;
}
