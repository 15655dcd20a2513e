import type { MappedEvent } from '@sluice/connector';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { secondsOf } from '../../events/values.ts';
import { allowed, blocked } from '../../events/verdict.ts';
import { applicationOf, connectionOf, userOf, type JunosEvent, type JunosReader } from './junos-event.ts';

/** Sessions of the firewall, and of its tracking of applications. */
export const flows: readonly (readonly [string, JunosReader])[] = [
  ['RT_FLOW_SESSION_CREATE', (event) => readSession(event, Activity.Open)],
  ['RT_FLOW_SESSION_CLOSE', readClosed],
  ['RT_FLOW_SESSION_DENY', readDenied],
  ['APPTRACK_SESSION_CREATE', (event) => readSession(event, Activity.Open)],
  ['APPTRACK_SESSION_CLOSE', readClosed],
  ['APPTRACK_SESSION_VOL_UPDATE', (event) => readSession(event, Activity.Traffic)],
  ['APPTRACK_SESSION_ROUTE_UPDATE', (event) => readSession(event, Activity.Traffic)],
];

function readClosed(event: JunosEvent): MappedEvent | undefined {
  const isReset = /\bRST\b/.test(event.fields.peek('reason') ?? '');
  return readSession(event, isReset ? Activity.Reset : Activity.Close);
}

function readSession({ received, fields, head }: JunosEvent, activityId: Activity): MappedEvent | undefined {
  return networkActivity(received, {
    ...head,
    activityId,
    verdict: allowed,
    outcome: Outcome.Success,
    statusDetail: fields.take('reason'),
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: { name: fields.take('policy-name') },
    application: applicationOf(fields),
    durationMs: secondsOf(fields.take('elapsed-time')),
    traffic: {
      bytesOut: fields.take('bytes-from-client'),
      bytesIn: fields.take('bytes-from-server'),
      packetsOut: fields.take('packets-from-client'),
      packetsIn: fields.take('packets-from-server'),
    },
    unmapped: fields.rest(),
  });
}

function readDenied({ received, fields, head }: JunosEvent): MappedEvent | undefined {
  return networkActivity(received, {
    ...head,
    activityId: Activity.Refuse,
    verdict: blocked,
    statusDetail: fields.take('reason'),
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: { name: fields.take('policy-name') },
    application: applicationOf(fields),
    unmapped: fields.rest(),
  });
}
