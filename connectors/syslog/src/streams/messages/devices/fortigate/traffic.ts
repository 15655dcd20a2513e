import type { MappedEvent } from '@sluice/connector';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { secondsOf } from '../../events/values.ts';
import { allowed, blocked, isDenied, verdictOf, type Verdict } from '../../events/verdict.ts';
import { connectionOf, ruleOf, userOf, type FortigateLog } from './fortigate-event.ts';

/** What the word of `action` says of a session; what is denied has failed, whatever the outcome. */
interface Ending {
  readonly activityId: Activity;
  readonly verdict: Verdict;
  readonly outcome: Outcome;
}

const success = { verdict: allowed, outcome: Outcome.Success };

const endings: ReadonlyMap<string, Ending> = new Map([
  ['accept', { ...success, activityId: Activity.Traffic }],
  ['start', { ...success, activityId: Activity.Open }],
  ['close', { ...success, activityId: Activity.Close }],
  ['timeout', { ...success, activityId: Activity.Close }],
  ['client-rst', { ...success, activityId: Activity.Reset }],
  ['server-rst', { ...success, activityId: Activity.Reset }],
  // The policy let it through, and no answer came.
  ['ip-conn', { verdict: allowed, outcome: Outcome.Failure, activityId: Activity.Fail }],
  ['dns', { verdict: allowed, outcome: Outcome.Failure, activityId: Activity.Fail }],
]);

/** Logs of type traffic: forward, local, multicast, sniffer. */
export function readTraffic({ received, fields, head }: FortigateLog): MappedEvent | undefined {
  // FortiOS 4 says it in `status`.
  const action = fields.takeFirst('action', 'status');
  const ending = endingOf(action, fields.peek('utmaction'));
  return networkActivity(received, {
    ...head,
    ...ending,
    ...connectionOf(fields),
    statusDetail: action,
    actor: userOf(fields),
    rule: ruleOf(fields),
    application: fields.takeFirst('app', 'service'),
    durationMs: secondsOf(fields.take('duration')),
    traffic: {
      bytesOut: fields.takeFirst('sentbyte', 'sent'),
      bytesIn: fields.takeFirst('rcvdbyte', 'rcvd'),
      packetsOut: fields.takeFirst('sentpkt', 'sent_pkt'),
      packetsIn: fields.takeFirst('rcvdpkt', 'rcvd_pkt'),
    },
    unmapped: fields.rest(),
  });
}

/** A session whose content a profile blocked is denied, though the policy accepted it. */
function endingOf(action: string | undefined, profileAction: string | undefined): Ending {
  const known = endings.get(action ?? '') ?? unknownEnding(action);
  const isBlocked = profileAction !== undefined && isDenied(verdictOf(profileAction));
  return isBlocked ? { ...known, verdict: blocked } : known;
}

function unknownEnding(action: string | undefined): Ending {
  const verdict = verdictOf(action);
  return { verdict, activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic, outcome: Outcome.Unknown };
}
