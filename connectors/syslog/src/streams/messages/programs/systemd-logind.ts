import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, Status } from './authentication.ts';
import type { Received } from './program.ts';

/** `New session 12 of user alice.`, since systemd 256 with quotes and more words. Removed sessions name no user. */
export function mapSystemdLogind(received: Received): MappedEvent | undefined {
  const { text } = received;
  if (!text.startsWith('New session ')) return undefined;
  const at = text.indexOf(' of user ');
  if (at === -1) return undefined;
  const session = unquoted(text.slice(12, at));
  const user = userOf(text.slice(at + 9));
  if (session === '' || user === '') return undefined;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: Status.Success,
    user: { name: user },
    session: { uid: session },
    service: 'systemd-logind',
    product: { vendor_name: 'systemd', name: 'systemd' },
  });
}

function userOf(rest: string): string {
  if (rest.startsWith("'")) return rest.slice(1, rest.indexOf("'", 1));
  return rest.endsWith('.') ? rest.slice(0, -1) : rest;
}

function unquoted(text: string): string {
  return text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}
