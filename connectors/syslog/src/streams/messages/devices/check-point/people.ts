import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { nobodyNamed } from '../../events/user.ts';
import { userIn, type CheckPointLog } from './check-point-log.ts';

/** Identity Awareness, remote access, Mobile Access: who logged on from where. */
export function readLogon({ received, fields, head, action, blade }: CheckPointLog): MappedEvent {
  const isLogoff = /out|off/i.test(action);
  const status = fields.takeFirst('auth_status', 'status');
  fields.take('action');
  const name = userIn(fields);
  const source = fields.takeFirst('src', 'client_ip');
  return authenticationEvent(received, {
    ...head,
    activityId: isLogoff ? Activity.Logoff : Activity.Logon,
    statusId: statusOf(`${action} ${status ?? ''}`, isLogoff),
    statusDetail: fields.takeFirst('reason', 'failure_reason', 'error_description') ?? status,
    user: name === undefined ? nobodyNamed : { name, domain: fields.take('domain_name') },
    source: source === undefined ? undefined : { host: source },
    destination: { host: fields.take('dst') },
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    session: sessionOf(fields.take('session_id')),
    service: blade,
    unmapped: fields.rest(),
  });
}

function sessionOf(uid: string | undefined): { readonly uid: string } | undefined {
  return uid === undefined ? undefined : { uid };
}

function statusOf(words: string, isLogoff: boolean): Status {
  if (/fail|denied|reject|block/i.test(words)) return Status.Failure;
  return isLogoff || /success|log ?(?:in|on)/i.test(words) ? Status.Success : Status.Unknown;
}

const edits: readonly (readonly [RegExp, EntityActivityId])[] = [
  [/^create|^add|^clone/i, EntityActivityId.Create],
  [/^delete|^remove/i, EntityActivityId.Delete],
  [/^(?:install|publish)/i, EntityActivityId.Activate],
  [/^(?:modify|rename|set|update|change|discard|revert)/i, EntityActivityId.Update],
];

/** The audit trail of the management: administrators who log on, and what they change. */
export function readAudit(log: CheckPointLog): MappedEvent {
  const { received, fields, head, blade } = log;
  const operation = fields.take('operation') ?? '';
  const administrator = fields.take('administrator');
  const status = fields.takeFirst('audit_status', 'status');
  const isFailure = /fail/i.test(`${operation} ${status ?? ''}`);
  const written = fields.takeFirst('client_ip', 'machine');
  const client = written === 'localhost' ? undefined : written;
  if (/log ?(?:in|out)/i.test(operation)) {
    return authenticationEvent(received, {
      ...head,
      activityId: /out/i.test(operation) ? Activity.Logoff : Activity.Logon,
      statusId: isFailure ? Status.Failure : Status.Success,
      statusDetail: fields.take('additional_info') ?? status,
      user: administrator === undefined ? nobodyNamed : { name: administrator },
      source: client === undefined ? undefined : { host: client },
      service: blade,
      unmapped: fields.rest(),
    });
  }
  const activityId = edits.find(([pattern]) => pattern.test(operation))?.[1] ?? EntityActivityId.Other;
  return entityManagement(received, {
    ...head,
    activityId,
    activityName: activityId === EntityActivityId.Other ? operation : undefined,
    outcome: isFailure ? Outcome.Failure : Outcome.Success,
    entity: fields.takeFirst('objectname', 'subject') ?? operation,
    entityType: fields.takeFirst('objecttype', 'objecttable') ?? 'Configuration',
    comment: fields.takeFirst('fieldschanges', 'additional_info'),
    actor: { name: administrator },
    source: { host: client },
    unmapped: fields.rest(),
  });
}
