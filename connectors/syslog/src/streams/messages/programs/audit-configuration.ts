import type { MappedEvent } from '@sluice/connector';
import { EntityActivityId as Activity, entityManagement } from '../events/entity-management.ts';
import { actorOf, outcomeOf, type AuditRecord } from './audit-record.ts';

const operations: ReadonlyMap<string, Activity> = new Map([
  ['add_rule', Activity.Create],
  ['add rule', Activity.Create],
  ['remove_rule', Activity.Delete],
  ['remove rule', Activity.Delete],
]);

/** `op=remove_rule key="passwd" list=4 res=1`: what the audit watches was changed; `op=set audit_enabled=0 old=1`: how it does. */
export function readConfiguration({ received, fields, head }: AuditRecord): MappedEvent {
  const operation = fields.take('op');
  const rule = operations.get(operation ?? '');
  const key = fields.take('key');
  const path = fields.take('path');
  return entityManagement(received, {
    ...head,
    activityId: rule ?? Activity.Update,
    entityType: rule === undefined ? 'Audit configuration' : 'Audit rule',
    entity: path ?? key ?? 'audit',
    outcome: outcomeOf(fields),
    actor: actorOf(fields),
    comment: operation,
    unmapped: fields.rest(),
  });
}
