import type { MappedEvent } from '@sluice/connector';
import { AccountActivityId, accountChange } from '../../events/account-change.ts';
import { applicationLifecycle, LifecycleActivityId } from '../../events/application-lifecycle.ts';
import { Activity, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { qualifiedName, type UserFacts } from '../../events/user.ts';
import { endpointsOf } from './traffic.ts';
import type { VendorEvent } from './vendor-event.ts';

const failed =
  /^false$|\b(?:(?:login)?fail\w*|denied|deny|reject\w*|invalid|error|unsuccessful|incorrect|locked|blocked?|refused)\b/;
const succeeded = /^true$|\b(?:success\w*|succeeded|accept\w*|allow\w*|granted|permit\w*|ok|established)\b/;

/** What the outcome says, else the action, else the title. */
function outcomeOf(event: VendorEvent, words: string = event.words): Outcome {
  for (const text of [event.peek('outcome'), event.peek('action'), words]) {
    const lower = text?.toLowerCase() ?? '';
    if (failed.test(lower)) return Outcome.Failure;
    if (succeeded.test(lower)) return Outcome.Success;
  }
  return Outcome.Unknown;
}

/** Who did it, and to whose account: where only one of the two is named, the other is not known. */
function sourceUserOf(event: VendorEvent): UserFacts | undefined {
  const name = event.take('sourceUser');
  const uid = takeUid(event, 'sourceUserUid');
  return userFacts(name, uid, event.take('sourceDomain'));
}

function destinationUserOf(event: VendorEvent): UserFacts | undefined {
  const name = event.take('destinationUser');
  const uid = takeUid(event, 'destinationUserUid');
  return userFacts(name, uid, event.take('destinationDomain'));
}

/** The id of a logon of Windows, which ArcSight's agents put where others put the id of the user. */
const logonId = /^0x[0-9a-f]{1,16}$/i;

function takeUid(event: VendorEvent, meaning: 'sourceUserUid' | 'destinationUserUid'): string | undefined {
  return logonId.test(event.peek(meaning) ?? '') ? undefined : event.take(meaning);
}

/** The logon of the user who logs on or off: of the destination's, where one is named. */
function takeLogonId(event: VendorEvent, meaning: 'sourceUserUid' | 'destinationUserUid'): string | undefined {
  return logonId.test(event.peek(meaning) ?? '') ? event.take(meaning) : undefined;
}

function userFacts(
  name: string | undefined,
  uid: string | undefined,
  domain: string | undefined,
): UserFacts | undefined {
  if (name === undefined && uid === undefined) return undefined;
  const facts = name === undefined ? {} : qualifiedName(name);
  return { ...facts, uid, domain: facts.domain ?? domain };
}

const logoff = /\b(?:log(?:ged)? ?(?:off|out)|logoff|logout|sign(?:ed)? ?(?:out|off))\b/;

/** A logon or logoff: of the destination's user where one is named, for some vendors name only the source's. */
export function readLogon(event: VendorEvent): MappedEvent | undefined {
  if (event.peek('destinationUser') === undefined && event.peek('sourceUser') === undefined) return undefined;
  const outcome = outcomeOf(event);
  const target = destinationUserOf(event);
  const actor = sourceUserOf(event);
  const isLogoff = logoff.test(event.words) || logoff.test(event.peek('action')?.toLowerCase() ?? '');
  const { source, destination } = endpointsOf(event);
  const logon = takeLogonId(event, target === undefined ? 'sourceUserUid' : 'destinationUserUid');
  return authenticationEvent(event.received, {
    ...event.head,
    activityId: isLogoff ? Activity.Logoff : Activity.Logon,
    statusId: outcome === Outcome.Unknown ? Status.Unknown : outcome,
    // ArcSight's own category of the outcome, `/Success`, says no more than the status.
    statusDetail:
      event.take('reason') ?? (event.peek('outcome')?.startsWith('/') === true ? undefined : event.peek('outcome')),
    session: logon === undefined ? undefined : { uid: logon },
    logonTypeId: takeLogonType(event),
    user: target ?? actor ?? {},
    actor: target === undefined ? undefined : actor,
    source: source.host === undefined ? undefined : { host: source.host, port: source.port },
    destination,
    service: event.take('destinationService') ?? event.take('application') ?? event.product,
    unmapped: event.fields.rest(),
  });
}

/** Windows counts the types of its logons as OCSF does: 2 is Interactive. 0, 1 and 99 are OCSF's own. */
function takeLogonType(event: VendorEvent): LogonType | undefined {
  const type = Number(event.peek('logonType'));
  if (!isLogonType(type) || [0, 1, 99].includes(type)) return undefined;
  event.take('logonType');
  return type;
}

const logonTypes: ReadonlySet<number> = new Set(Object.values(LogonType));

function isLogonType(type: number): type is LogonType {
  return logonTypes.has(type);
}

/** What is told as a thing of the past has happened. */
const done = /\b(?:created|added|deleted|removed|disabled|enabled|locked|unlocked|modified|changed|reset)\b/;

const accountActivities: readonly (readonly [RegExp, AccountActivityId])[] = [
  [/\bpassword (?:was )?reset\b/, AccountActivityId.PasswordReset],
  [/\bpassword\b/, AccountActivityId.PasswordChange],
  [/\bunlock/, AccountActivityId.Enable],
  [/\block/, AccountActivityId.Lock],
  [/\b(?:create|add)/, AccountActivityId.Create],
  [/\b(?:delete|remove)/, AccountActivityId.Delete],
  [/\bdisable/, AccountActivityId.Disable],
  [/\benable/, AccountActivityId.Enable],
];

export function readAccountChange(event: VendorEvent): MappedEvent | undefined {
  const user = destinationUserOf(event);
  if (user === undefined) return undefined;
  const { source } = endpointsOf(event);
  // A lock is no failure here: it is what was done to the account.
  const told = outcomeOf(event, event.words.replaceAll(/\blocked\b/g, ''));
  const outcome = told || (done.test(event.words) ? Outcome.Success : Outcome.Unknown);
  const activityId = accountActivities.find(([pattern]) => pattern.test(event.words))?.[1] ?? AccountActivityId.Other;
  return accountChange(event.received, {
    ...event.head,
    activityId,
    activityName: activityId === AccountActivityId.Other ? event.title : undefined,
    outcome,
    user,
    actor: sourceUserOf(event),
    source,
    unmapped: event.fields.rest(),
  });
}

/** A setting or policy that someone changed. */
export function readConfiguration(event: VendorEvent): MappedEvent {
  const actor = sourceUserOf(event) ?? destinationUserOf(event);
  const { source } = endpointsOf(event);
  const { words } = event;
  return entityManagement(event.received, {
    ...event.head,
    activityId: /\b(?:created?|added)\b/.test(words)
      ? EntityActivityId.Create
      : /\b(?:deleted?|removed)\b/.test(words)
        ? EntityActivityId.Delete
        : EntityActivityId.Update,
    outcome: failed.test(words) ? Outcome.Failure : Outcome.Success,
    entity: event.take('policy') ?? event.take('rule') ?? event.title,
    entityType: 'Configuration',
    actor,
    source,
    comment: event.title,
    unmapped: event.fields.rest(),
  });
}

/** An application that someone started from a portal. */
export function readLaunch(event: VendorEvent): MappedEvent | undefined {
  const user = destinationUserOf(event) ?? sourceUserOf(event);
  if (user === undefined) return undefined;
  const label = event.fields.peek('cs1Label');
  const named = label !== undefined && /app/i.test(label) ? event.fields.take('cs1') : undefined;
  return applicationLifecycle(event.received, {
    ...event.head,
    activityId: LifecycleActivityId.Start,
    application: { name: named ?? event.peek('destinationService') ?? event.product, vendor_name: event.vendor },
    outcome: Outcome.Success,
    actor: user,
    unmapped: event.fields.rest(),
  });
}
