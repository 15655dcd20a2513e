import type { Fields } from '../../../falcon/fields.ts';
import { eventOf, profiles, timeOf, type StreamEvent } from '../../event-streams/events.ts';
import type { FdrRecord, UnfinishedEvent } from '../record.ts';

const prefix = 'Event_';
const networkActivity = 4001;

/**
 * What the console and the cloud tell, which the feed may bring too: the content of an event of the event stream, whose
 * kind stands in `ExternalApiType`, or an alert under CamelCase names, which has its composite id. Undefined for others.
 */
export function externalEvent({ name, fields }: FdrRecord): UnfinishedEvent | undefined {
  const type = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const made = eventOf(fields, type, fields.peek('EventUUID') ?? fields.peek('id'));
  if (made === undefined) return undefined;
  const event: UnfinishedEvent = made.class_uid === networkActivity ? withoutControl(made, fields) : { ...made };
  const happened = timeOf(fields, type);
  if (happened !== undefined) event['time'] = happened;
  const own = made.class_uid === networkActivity ? ['host'] : (profiles[made.class_uid] ?? []);
  event.profiles = made['cloud'] === undefined ? own : [...own, 'cloud'];
  return event;
}

/**
 * Connections that sensors tell of have no profile `security_control`, so none of this class has here: what a rule did
 * with a connection says its activity, and the rule stays in `unmapped`.
 */
function withoutControl(made: StreamEvent, fields: Fields): UnfinishedEvent {
  for (const name of ['RuleAction', 'RuleId', 'RuleName']) fields.leave(name);
  const { action_id: _action, disposition_id: _disposition, firewall_rule: _rule, ...event } = made;
  return event;
}
