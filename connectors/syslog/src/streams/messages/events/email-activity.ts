import type { MappedEvent } from '@sluice/connector';
import { EmailActivityActivityId as Activity, type Email, type EmailActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { endpointOf, type EndpointFacts } from './endpoint.ts';
import { frameOf, Outcome, type FrameFacts } from './frame.ts';
import { isDenied, unsaid, verdictAttributes, type Verdict } from './verdict.ts';

export { Activity as EmailActivityId };

export interface EmailFacts extends FrameFacts {
  readonly activityId: Activity;
  /** Empty where the message does not say: OCSF requires both addresses, mail servers write them on different lines. */
  readonly from: string;
  readonly to: readonly string[];
  /** The mail server's id of the message, which its lines share. */
  readonly queueId?: string | undefined;
  readonly messageId?: string | undefined;
  readonly subject?: string | undefined;
  readonly size?: number | undefined;
  readonly hello?: string | undefined;
  readonly source?: EndpointFacts | undefined;
  readonly destination?: EndpointFacts | undefined;
  readonly directionId?: 0 | 1 | 2 | 3 | undefined;
  readonly verdict?: Verdict | undefined;
}

/** An Email Activity event with the profiles host and security_control. */
export function emailActivity(received: Received, facts: EmailFacts): MappedEvent {
  const verdict = facts.verdict ?? unsaid;
  const event: EmailActivity<'host' | 'security_control'> = {
    ...frameOf(received, { ...facts, outcome: isDenied(verdict) ? Outcome.Failure : facts.outcome }),
    class_uid: 4009,
    activity_id: facts.activityId,
    direction_id: facts.directionId ?? 0,
    ...verdictAttributes(verdict),
    email: emailOf(facts),
  };
  const source = endpointOf(facts.source);
  if (source !== undefined) event.src_endpoint = source;
  const destination = endpointOf(facts.destination);
  if (destination !== undefined) event.dst_endpoint = destination;
  if (facts.hello !== undefined) event.smtp_hello = facts.hello;
  return event;
}

function emailOf({ from, to, queueId, messageId, size, subject }: EmailFacts): Email {
  const email: Email = { from, to: [...to] };
  if (from !== '') email.smtp_from = from;
  if (to.length > 0) email.smtp_to = [...to];
  if (queueId !== undefined) email.uid = queueId;
  if (messageId !== undefined) email.message_uid = messageId;
  if (size !== undefined) email.size = size;
  if (subject !== undefined) email.subject = subject;
  return email;
}
