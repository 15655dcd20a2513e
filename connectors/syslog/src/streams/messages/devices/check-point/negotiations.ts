import type { MappedEvent } from '@sluice/connector';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId as Activity } from '../../events/tunnel-activity.ts';
import { userIn, type CheckPointLog } from './check-point-log.ts';

/** The gateways speak of a tunnel between them, not of what goes through it. */
export function isNegotiation({ fields }: CheckPointLog): boolean {
  return fields.peek('vpn_feature_name') === 'IKE' && fields.peek('proto') === undefined;
}

/** `Main Mode Failed to match proposal: …` with action Reject; of Key Install the words tell what it was about. */
export function readNegotiation({ received, fields, head, action }: CheckPointLog): MappedEvent {
  const words = fields.take('ike');
  const isRefused = /^(?:reject|drop)$/i.test(action) || fields.peek('reject_category') !== undefined;
  const isDeleted = /\bDelete (?:IKE|IPSEC)[- ]SA\b/i.test(words ?? '');
  const isDone = !isDeleted && /\bcompletion\b|\bcompleted\b/i.test(words ?? '');
  const user = userIn(fields);
  return tunnelActivity(received, {
    ...head,
    ...(isRefused
      ? { activityId: Activity.Open, outcome: Outcome.Failure }
      : isDeleted
        ? { activityId: Activity.Close, outcome: Outcome.Success }
        : isDone
          ? { activityId: Activity.Open, outcome: Outcome.Success }
          : { activityId: Activity.Other, activityName: action === '' ? 'IKE' : action }),
    statusDetail: words ?? fields.take('reject_category'),
    tunnelType: 'IPsec',
    tunnelName: fields.take('community'),
    source: { host: fields.take('src') },
    destination: { host: fields.take('dst') },
    user: user === undefined ? undefined : { name: user },
    unmapped: fields.rest(),
  });
}
