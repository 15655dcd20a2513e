import type { MappedEvent } from '@sluice/connector';
import { baseEvent, type Product } from '../../events/base-event.ts';
import { detectionFinding } from '../../events/detection-finding.ts';
import { dhcpActivity, DhcpActivityId } from '../../events/dhcp-activity.ts';
import type { EndpointFacts } from '../../events/endpoint.ts';
import { Outcome, type FrameFacts } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import { allowed, blocked, isDenied, unsaid, verdictOf, type Verdict } from '../../events/verdict.ts';
import type { Received } from '../../received.ts';
import { scanEpochTimestamp } from '../../message/timestamp.ts';
import { wordEnd } from '../../message/scan.ts';
import { before } from '../../text/phrase.ts';

const product: Product = { vendor_name: 'Cisco', name: 'Meraki' };

const kinds =
  /^(flows|firewall|vpn_firewall|cellular_firewall|bridge_anyconnect_client_vpn_firewall|urls|ids-alerts|security_event|events) (?=[a-z0-9_-]{1,64}[=: ])/;

/** Meraki's own words behind its header of the epoch's seconds and the device: `flows src=192.0.2.7 dst=… pattern: allow all`. */
export function mapMeraki(received: Received): MappedEvent | undefined {
  if (received.message.appName !== undefined) return undefined;
  const inner = headIn(received.text);
  const kind = kinds.exec(received.text.slice(inner.end, inner.end + 128))?.[1];
  if (kind === undefined) return undefined;
  const text = received.text.slice(inner.end + kind.length + 1);
  const head = { ...inner.facts, product, eventCode: kind };
  return eventOf(received, kind, text, head) ?? (isMeraki(text) ? baseEvent(received, head) : undefined);
}

/** Meraki's header where a relay put its own before it: `1 1768381921.123456789 MX84 flows …`, with or without the version. */
function headIn(text: string): { readonly facts?: Omit<FrameFacts, 'product'>; readonly end: number } {
  const start = text.startsWith('1 ') ? 2 : 0;
  const stamp = scanEpochTimestamp(text, start);
  if (stamp === undefined) return { end: 0 };
  const nameEnd = wordEnd(text, stamp.end + 1);
  const facts = {
    time: stamp.time,
    originalTime: text.slice(start, stamp.end),
    device: { hostname: text.slice(stamp.end + 1, nameEnd) },
  };
  return { facts, end: nameEnd + 1 };
}

/** Words that other devices might begin with too are Meraki's where its names follow. */
function isMeraki(text: string): boolean {
  return /^(?:type=|src=|signature=)/.test(text);
}

function eventOf(received: Received, kind: string, text: string, head: FrameFacts): MappedEvent | undefined {
  if (kind === 'urls') return readUrl(received, text, head);
  if (kind === 'ids-alerts' || kind === 'security_event') return readAlert(received, text, head);
  return kind === 'events' ? readEvent(received, text, head) : readFlow(received, text, head);
}

/** `allow src=… dst=… protocol=tcp sport=4711 dport=443`, or with `pattern: deny all` behind. The numbers that some write there are not documented. */
function readFlow(received: Received, text: string, head: FrameFacts): MappedEvent | undefined {
  const source = value(text, 'src');
  const destination = value(text, 'dst');
  if (source === undefined || destination === undefined) return undefined;
  const word = /^(allow|deny) /.exec(text)?.[1] ?? /\bpattern: (allow|deny)\b/.exec(text)?.[1];
  const verdict = verdicts.get(word ?? '') ?? unsaid;
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: verdict === allowed ? Outcome.Success : undefined,
    protocol: value(text, 'protocol'),
    source: { host: source, port: value(text, 'sport'), mac: value(text, 'mac') },
    destination: { host: destination, port: value(text, 'dport') },
    rule: { name: /\bpattern: (.{1,255})$/.exec(text)?.[1] },
  });
}

const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['allow', allowed],
  ['deny', blocked],
]);

/** `src=192.0.2.7:4711 dst=198.51.100.2:80 mac=… agent='curl' request: GET http://www.example.com/`. */
function readUrl(received: Received, text: string, head: FrameFacts): MappedEvent | undefined {
  const source = placeOf(value(text, 'src'));
  const url = /\brequest: (?:[A-Z]{3,16} )?(\S{1,2048})/.exec(text)?.[1];
  if (source === undefined || url === undefined) return undefined;
  return networkActivity(received, {
    ...head,
    activityId: Activity.Traffic,
    outcome: Outcome.Success,
    source: { ...source, mac: value(text, 'mac') },
    destination: placeOf(value(text, 'dst')),
    url: { text: url },
  });
}

/** `signature=1:28423:1 priority=1 … src=… dst=… message: EXPLOIT-KIT x`, `security_filtering_file_scanned url=… sha256=…`. */
function readAlert(received: Received, text: string, head: FrameFacts): MappedEvent | undefined {
  const signature = value(text, 'signature');
  const title =
    /\bmessage: (.{1,512})$/.exec(text)?.[1] ??
    /\bname='([^']{1,255})'/.exec(text)?.[1] ??
    /^[a-z_]{4,64}/.exec(text)?.[0];
  const source = placeOf(value(text, 'src'));
  const destination = placeOf(value(text, 'dst'));
  if (title === undefined || source === undefined) return undefined;
  const word = value(text, 'decision') ?? value(text, 'action');
  const url = value(text, 'url');
  return detectionFinding(received, {
    ...head,
    title,
    uid: `${signature ?? title} ${source.host ?? ''} ${destination?.host ?? ''}`,
    signature: signature === undefined ? undefined : { uid: signature, name: title },
    verdict: word === undefined ? unsaid : verdictOf(word),
    protocol: before(value(text, 'protocol') ?? '', '/'),
    source,
    destination,
    url: url === undefined ? undefined : { text: url },
    file: { hashes: [value(text, 'sha256')] },
  });
}

function readEvent(received: Received, text: string, head: FrameFacts): MappedEvent | undefined {
  const [, verb, name, inner, source] =
    /^client_vpn_(connect|disconnect):? user id '([^']{1,255})' local ip ([0-9A-Fa-f.:]{2,45})(?: connected from ([0-9A-Fa-f.:]{2,45}))?/.exec(
      text,
    ) ?? [];
  if (name !== undefined) {
    return tunnelActivity(received, {
      ...head,
      activityId: verb === 'connect' ? TunnelActivityId.Open : TunnelActivityId.Close,
      outcome: Outcome.Success,
      user: { name },
      source: { host: source },
      innerAddress: inner,
    });
  }
  if (text.startsWith('type=vpn_connectivity_change ')) {
    const isUp = value(text, 'connectivity') === 'true';
    return tunnelActivity(received, {
      ...head,
      activityId: isUp ? TunnelActivityId.Open : TunnelActivityId.Close,
      outcome: Outcome.Success,
      source: placeOf(value(text, 'peer_contact')),
      tunnelType: value(text, 'vpn_type'),
    });
  }
  const [, address, mac] =
    /^dhcp lease of ip ([0-9A-Fa-f.:]{2,45}) from (?:server|mx) mac [0-9A-Fa-f:]{17} for client mac ([0-9A-Fa-f:]{17})/.exec(
      text,
    ) ?? [];
  if (address === undefined) return undefined;
  return dhcpActivity(received, {
    ...head,
    activityId: DhcpActivityId.Ack,
    outcome: Outcome.Success,
    destination: { host: address, mac },
  });
}

/** What stands in `name=…` or `name='…'`, of a name between blanks. */
function value(text: string, name: string): string | undefined {
  const at = text.startsWith(`${name}=`) ? 0 : text.indexOf(` ${name}=`) + 1;
  if (at === 0 && !text.startsWith(`${name}=`)) return undefined;
  const start = at + name.length + 1;
  const isQuoted = text.charCodeAt(start) === 0x27;
  const end = text.indexOf(isQuoted ? "'" : ' ', start + 1);
  const found = text.slice(isQuoted ? start + 1 : start, end === -1 ? text.length : end);
  return found === '' ? undefined : found;
}

function placeOf(text: string | undefined): EndpointFacts | undefined {
  if (text === undefined) return undefined;
  const [, host = text, port] = /^\[?([0-9A-Fa-f.:]{2,45}?)\]?(?::(\d{1,5}))?$/.exec(text) ?? [];
  return { host, port };
}
