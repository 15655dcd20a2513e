import type { MappedEvent } from '@sluice/connector';
import { dnsActivity, DnsActivityId as Activity, withoutDot } from '../events/dns-activity.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { rejected } from '../events/verdict.ts';
import { applicationLifecycle, LifecycleActivityId } from '../events/application-lifecycle.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

const product = { vendor_name: 'NLnet Labs', name: 'NSD' };

/** What its own log file has before the text. */
const ownHead = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\] nsd\[\d{1,10}\]: |^(?:info|notice|warning|error): /;

/** `axfr for example.com. from 192.0.2.7 refused, no acl matches`, `notify for example.com. from 192.0.2.7 serial 5`. */
const asked =
  /^(notify|axfr|ixfr) for (\S{1,255}) from ([0-9A-Fa-f.:]{2,45})(?:@(\d{1,5}))?(?: (?:serial \d{1,10} ?)?(.*))?$/;
/** `xfrd: zone example.com committed "received update to serial 6 at … from 192.0.2.7 …"`. */
const transferred =
  /^xfrd: zone (\S{1,255}) committed "(received update to serial \d{1,10} .*? from ([0-9A-Fa-f.:]{2,45})\b.*)"$/;

/** NSD: who asks for zones and tells of changes in them, and the server's start and end. Its statistics are not mapped. */
export function mapNsd(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024).replace(ownHead, '').replace(ownHead, '');
  return mapAsked(received, text) ?? mapTransferred(received, text) ?? mapServer(received, text);
}

function mapAsked(received: Received, text: string): MappedEvent | undefined {
  const [, kind = '', zone = '', host, port, said = ''] = asked.exec(text) ?? [];
  if (host === undefined) return undefined;
  const isRefused = said.startsWith('refused');
  return dnsActivity(received, {
    product,
    process: writerOf(received),
    activityId: kind === 'notify' ? Activity.Other : Activity.Query,
    activityName: kind === 'notify' ? 'Notify' : undefined,
    name: withoutDot(zone),
    type: kind === 'notify' ? undefined : kind.toUpperCase(),
    ...(isRefused ? { verdict: rejected, rcode: 'REFUSED', statusDetail: said } : {}),
    source: { host, port },
  });
}

function mapTransferred(received: Received, text: string): MappedEvent | undefined {
  const [, zone = '', said, host] = transferred.exec(text) ?? [];
  if (host === undefined) return undefined;
  return dnsActivity(received, {
    product,
    process: writerOf(received),
    activityId: Activity.Response,
    name: withoutDot(zone),
    outcome: Outcome.Success,
    statusDetail: said,
    source: { host },
  });
}

function mapServer(received: Received, text: string): MappedEvent | undefined {
  const isStart = /^nsd (?:started \(NSD |starting \(NSD )/.test(text);
  if (!isStart && !text.startsWith('signal received, shutting down')) return undefined;
  return applicationLifecycle(received, {
    product,
    process: writerOf(received),
    activityId: isStart ? LifecycleActivityId.Start : LifecycleActivityId.Stop,
    application: { name: 'NSD', vendor_name: 'NLnet Labs' },
    outcome: Outcome.Success,
  });
}
