import { reject, type MappedEvent, type Rejection } from '@sluice/connector';
import { noFacts } from '../../events/facts.ts';
import { genericEvent } from '../../events/generic-event.ts';
import { httpActivity } from '../../events/http-activity.ts';
import type { EventContext } from '../../events/metadata.ts';
import { fieldTree } from './field-tree.ts';
import { gather, isDeeperThan, type JsonRecord } from './gather.ts';
import { httpFields } from './http-fields.ts';
import { recordFields } from './record-fields.ts';

const genericTree = fieldTree(recordFields);
const httpTree = fieldTree(recordFields, httpFields);

/** Objects and lists may lie in each other so deep. */
const maxDepth = 32;

/**
 * The event of a JSON object: HTTP Activity where it states a request's method, its target and the status of the
 * answer, `base_event` otherwise.
 */
export function jsonEvent(record: JsonRecord, line: string, context: EventContext): MappedEvent | Rejection {
  const { zone } = context.config;
  let facts = noFacts();
  let rest = gather(record, httpTree, facts, zone);
  if (rest !== undefined && isDeeperThan(rest, maxDepth)) {
    return reject('nested_too_deep', `objects lie in each other more than ${maxDepth} deep`);
  }
  const { http } = facts;
  if (http !== undefined) {
    const { method, status, target } = http;
    if (method !== undefined && status !== undefined && target !== undefined) {
      return httpActivity(facts, { ...http, status }, rest, line, context);
    }
    facts = noFacts();
    rest = gather(record, genericTree, facts, zone);
  }
  return genericEvent(facts, rest, line, context);
}
