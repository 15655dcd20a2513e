import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Status } from '../events/authentication.ts';
import { nobodyNamed } from '../events/user.ts';
import type { Received } from '../received.ts';

/** Kerberos' rlogin: `Authentication failed from 192.0.2.7 (192.0.2.7): Permission denied in replay cache code`. */
export function mapKlogind(received: Received): MappedEvent | undefined {
  const { text } = received;
  const [, host, reason] =
    /^Authentication failed from ([^ ]{1,255})(?: \([^)]{1,255}\))?(?:: (.{1,255}))?$/.exec(text) ?? [];
  if (host === undefined && text !== 'Kerberos authentication failed') return undefined;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: Status.Failure,
    statusDetail: reason,
    user: nobodyNamed,
    source: host === undefined ? undefined : { host },
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: 'klogin',
  });
}

/** GNOME's display manager, which names nobody: `Couldn't authenticate user`. */
export function mapGdm(received: Received): MappedEvent | undefined {
  if (!/^Couldn't (?:authenticate user|set acct\. mgmt)/.test(received.text)) return undefined;
  return authenticationEvent(received, {
    activityId: Activity.Logon,
    statusId: Status.Failure,
    user: nobodyNamed,
    isRemote: false,
    logonTypeId: LogonType.Interactive,
    service: 'gdm',
  });
}
