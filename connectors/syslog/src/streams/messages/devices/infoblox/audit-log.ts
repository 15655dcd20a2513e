import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import type { Product } from '../../events/base-event.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import { beginning } from '../../text/phrase.ts';

const product: Product = { vendor_name: 'Infoblox', name: 'NIOS' };

/** `2026-01-14 09:12:01.500Z [alice]: Login_Allowed - - to=AdminConnector ip=192.0.2.7 …`; blanks in names are `\040`. */
const line = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,6}Z) \[([^\]]{1,255})\]: ([A-Z][A-Za-z_]{3,31}) (.{1,1024})$/s;

interface Entry {
  readonly received: Received;
  readonly time: number | undefined;
  readonly user: string;
  readonly verb: string;
  readonly rest: string;
}

/** The audit log of NIOS: who signs in, and what they create, change and delete. Its other actions are not mapped. */
export function mapNiosAudit(received: Received): MappedEvent | undefined {
  const [, written = '', user = '', verb = '', rest = ''] = line.exec(beginning(received.text, 2048)) ?? [];
  if (verb === '') return undefined;
  const time = scanIsoTimestamp(written, 0, received.clock)?.time;
  const entry = { received, time, user: plain(user), verb, rest };
  return readLogon(entry) ?? readChange(entry);
}

const logons: ReadonlyMap<string, { readonly activityId: Logon; readonly statusId: Status }> = new Map([
  ['Login_Allowed', { activityId: Logon.Logon, statusId: Status.Success }],
  ['First_Login', { activityId: Logon.Logon, statusId: Status.Success }],
  ['Login_Denied', { activityId: Logon.Logon, statusId: Status.Failure }],
  ['Logout', { activityId: Logon.Logoff, statusId: Status.Success }],
]);

function readLogon({ received, time, user, verb, rest }: Entry): MappedEvent | undefined {
  const logon = logons.get(verb);
  if (logon === undefined) return undefined;
  const address = valueOf(rest, 'ip');
  const group = valueOf(rest, 'group');
  return authenticationEvent(received, {
    product,
    eventCode: verb,
    time,
    ...logon,
    statusDetail: valueOf(rest, 'error') ?? valueOf(rest, 'trigger_event'),
    user: { name: user, ...(group === undefined ? {} : { groups: [group] }) },
    source: address === undefined ? undefined : { host: address },
    isRemote: address === undefined ? undefined : true,
    logonTypeId: address === undefined ? undefined : LogonType.Network,
    service: valueOf(rest, 'to') ?? received.message.appName ?? 'NIOS',
    unmapped: { auth: valueOf(rest, 'auth'), apparently_via: valueOf(rest, 'apparently_via') },
  });
}

const changes: ReadonlyMap<string, EntityActivityId> = new Map([
  ['Created', EntityActivityId.Create],
  ['Modified', EntityActivityId.Update],
  ['Deleted', EntityActivityId.Delete],
]);

/** `Created HostRecord pc1.example.com view=default: Set …`: the kind of object, its name, and what was set of it. */
function readChange({ received, time, user, verb, rest }: Entry): MappedEvent | undefined {
  const activityId = changes.get(verb);
  const [, entityType = '', entity] = /^([A-Z][A-Za-z]{1,63}) ([^ :]{1,255})/.exec(rest) ?? [];
  if (activityId === undefined || entity === undefined) return undefined;
  return entityManagement(received, {
    product,
    eventCode: verb,
    time,
    outcome: Outcome.Success,
    activityId,
    entity: plain(entity),
    entityType,
    actor: { name: user },
    comment: rest,
  });
}

function valueOf(text: string, name: string): string | undefined {
  const value = new RegExp(`(?:^| )${name}=([^ ]{1,255})`).exec(text)?.[1];
  return value === undefined ? undefined : plain(value);
}

function plain(text: string): string {
  return text.replaceAll(String.raw`\040`, ' ');
}
