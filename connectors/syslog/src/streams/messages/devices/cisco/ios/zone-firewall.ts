import type { MappedEvent } from '@sluice/connector';
import { Outcome } from '../../../events/frame.ts';
import { Activity, networkActivity } from '../../../events/network-activity.ts';
import { allowed, dropped } from '../../../events/verdict.ts';
import { before, phrase } from '../../../text/phrase.ts';
import type { IosMessage, IosReaders } from './ios-message.ts';

const stopped = phrase(
  '{verb} {application} session: initiator ({source}) sent {out} bytes -- responder ({target}) sent {in} bytes',
);
const started = phrase('{verb} {application} session: initiator ({source}) -- responder ({target})');
const droppedPacket = phrase('Dropping {protocol} pkt from {interface} {source} => {target} due to {reason}');
const droppedSession = phrase('Dropping {protocol} session {source} {target} due to {reason}');
const pair = /^\(target:class\)-?\s?\(([^():]{1,64}):([^()]{1,64})\):? ?/;

/** The zone-based firewall: sessions that it inspected and packets that it dropped. */
export const zoneFirewall: IosReaders = [
  ['FW SESS_AUDIT_TRAIL', readSession],
  ['FW SESS_AUDIT_TRAIL_START', readSession],
  ['FW DROP_PKT', readDropped],
];

/** `(target:class)-(ZP_IN:CM_IN):Stop dns session: initiator (192.0.2.7:4711) sent 40 bytes -- responder (…:53) sent 88 bytes`. */
function readSession({ received, text, head }: IosMessage): MappedEvent | undefined {
  const [all = '', zonePair, className] = pair.exec(text) ?? [];
  const rest = text.slice(all.length);
  const ended = stopped(rest);
  const found = ended ?? started(rest);
  const isStart = found?.verb === 'Start';
  if (found === undefined || (!isStart && found.verb !== 'Stop')) return undefined;
  return networkActivity(received, {
    ...head,
    activityId: isStart ? Activity.Open : Activity.Close,
    verdict: allowed,
    outcome: Outcome.Success,
    source: splitPort(found.source),
    destination: splitPort(found.target),
    application: found.application,
    traffic: ended === undefined ? undefined : { bytesOut: ended.out, bytesIn: ended.in },
    rule: zonePair === undefined ? undefined : { name: zonePair },
    unmapped: className === undefined ? undefined : { class: className },
  });
}

/** `Dropping tcp pkt from Gi1/0/2 192.0.2.7:4711 => 198.51.100.2:80(target:class)-(ZP_IN:class-default) due to Policy drop:…`. */
function readDropped({ received, text, head }: IosMessage): MappedEvent | undefined {
  const packet = droppedPacket(text);
  const found = packet ?? droppedSession(text);
  if (found === undefined) return undefined;
  const [target = '', ...classes] = found.target.split('(target:class)-');
  const zonePair = /^\(([^():]{1,64}):/.exec(classes[0] ?? '')?.[1] ?? / zone-pair (\S{1,64})/.exec(target)?.[1];
  return networkActivity(received, {
    ...head,
    activityId: Activity.Refuse,
    verdict: dropped,
    statusDetail: before(found.reason, ' with ip ident '),
    protocol: found.protocol.toLowerCase(),
    source: { ...splitPort(found.source), interface: packet?.interface },
    destination: splitPort(before(target, ' ')),
    rule: zonePair === undefined ? undefined : { name: zonePair },
  });
}

function splitPort(text: string): { readonly host: string; readonly port: string | undefined } {
  const [, host = text, port] = /^\[?([^\]]{1,64}?)\]?:(\d{1,5})$/.exec(text) ?? [];
  return { host, port };
}
