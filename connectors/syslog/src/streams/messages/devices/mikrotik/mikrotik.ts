import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { baseEvent, type Product } from '../../events/base-event.ts';
import { dhcpActivity, DhcpActivityId } from '../../events/dhcp-activity.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome, type FrameFacts } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { blocked, unsaid, type Verdict } from '../../events/verdict.ts';
import type { Received } from '../../received.ts';
import { beginning, phrase } from '../../text/phrase.ts';

const product: Product = { vendor_name: 'MikroTik', name: 'RouterOS' };

const topics =
  /^((?:firewall|system|dhcp|ppp|pppoe|l2tp|sstp|ovpn|ipsec|wireless|caps|interface|hotspot|script|route|bridge|wireguard|web-proxy|dns|error|critical|warning|info)(?:,[a-z0-9!-]{2,24}){1,5}) /;

/** `firewall,info forward: in:… out:…, proto TCP (SYN), 192.0.2.7:4711->198.51.100.2:80, len 60`, by its topics. */
export function mapMikrotik(received: Received): MappedEvent | undefined {
  const { text } = received;
  const list = topics.exec(beginning(text, 128))?.[1];
  if (list === undefined) return undefined;
  const words = text.slice(list.length + 1).trim();
  const head = { product, eventCode: list, words };
  return (
    eventOf(received, list.split(','), words, head) ?? baseEvent(received, { ...head, unmapped: { topics: list } })
  );
}

function eventOf(received: Received, all: readonly string[], words: string, head: FrameFacts): MappedEvent | undefined {
  if (all.includes('firewall')) return readPacket(received, words, head);
  if (all.includes('account') || words.startsWith('login failure ')) return readLogon(received, words, head);
  if (all.includes('dhcp')) return readLease(received, words, head);
  return all.includes('system') ? readChange(received, words, head) : undefined;
}

const ends =
  /, ((?:\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Fa-f:.]{2,45}?)(?::\d{1,5})?)->((?:\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Fa-f:.]{2,45}?)(?::\d{1,5})?)(?:,|$)/;

/** The words before `in:` are the prefix that the rule writes, and its chain. */
function readPacket(received: Received, words: string, head: FrameFacts): MappedEvent | undefined {
  const text = beginning(words, 1024);
  const [, source, destination] = ends.exec(text) ?? [];
  const start = text.indexOf(' in:');
  if (destination === undefined || start === -1) return undefined;
  const chain = text.slice(0, start).replace(/:$/, '');
  const verdict: Verdict = /\b(?:drop|deny|denied|reject|block|blocked|dropped)\b/i.test(chain) ? blocked : unsaid;
  return networkActivity(received, {
    ...head,
    activityId: verdict === blocked ? Activity.Refuse : /\(SYN\)/.test(text) ? Activity.Open : Activity.Traffic,
    verdict,
    source: {
      ...sideOf(source ?? ''),
      interface: nameBehind(text, ' in:'),
      mac: /src-mac ([0-9A-Fa-f:]{17})/.exec(text)?.[1],
    },
    destination: { ...sideOf(destination), interface: nameBehind(text, ' out:') },
    protocol: /proto ([A-Za-z0-9-]{1,16})/.exec(text)?.[1],
    rule: { name: chain },
  });
}

/** A name of an interface; RouterOS writes `(unknown 0)` for its own. */
function nameBehind(text: string, marker: string): string | undefined {
  const at = text.indexOf(marker);
  return at === -1 ? undefined : /^[^ ,(]{1,64}/.exec(text.slice(at + marker.length))?.[0];
}

function sideOf(text: string): { readonly host: string; readonly port: string | undefined } {
  const [, inside, outside, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  return { host: inside ?? outside ?? text, port };
}

const loggedIn = phrase('user {user*} logged {way} from {source} via {service}');
const failedFrom = phrase('login failure for user {user*} from {source} via {service}');
const failedVia = phrase('login failure for user {user*} via {service}');
const loggedVia = phrase('user {user*} logged {way} via {service}');

function readLogon(received: Received, words: string, head: FrameFacts): MappedEvent | undefined {
  const failed = failedFrom(words) ?? failedVia(words);
  const logged = loggedIn(words) ?? loggedVia(words);
  const found = failed ?? logged;
  if (found === undefined) return undefined;
  const source = (failedFrom(words) ?? loggedIn(words))?.source;
  return authenticationEvent(received, {
    ...head,
    activityId: logged?.way === 'out' ? Logon.Logoff : Logon.Logon,
    statusId: failed === undefined ? Status.Success : Status.Failure,
    user: { name: found.user },
    source: source === undefined ? undefined : { host: source },
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    isCleartext: found.service === 'telnet' || found.service === 'ftp' ? true : undefined,
    service: found.service,
  });
}

const lease = phrase('{server} {step} {address} {way} {mac}');

/** `dhcp1 assigned 192.0.2.60 to 02:00:5E:00:53:01`, `deassigned … from …`. */
function readLease(received: Received, words: string, head: FrameFacts): MappedEvent | undefined {
  const found = lease(words);
  const isAssigned = found?.step === 'assigned';
  if (found === undefined || (!isAssigned && found.step !== 'deassigned')) return undefined;
  return dhcpActivity(received, {
    ...head,
    activityId: isAssigned ? DhcpActivityId.Ack : DhcpActivityId.Other,
    activityName: isAssigned ? undefined : 'Deassigned',
    outcome: Outcome.Success,
    source: { service: found.server },
    destination: { host: found.address, mac: found.mac.split(' ')[0] },
  });
}

const changed =
  /^(.{1,256}?) (added|changed|removed|moved|enabled|disabled) by (?:([a-z-]{2,16}):)?([^@ ()]{1,128})(?:@([^ /()]{2,64}))?/;

/** `filter rule changed by alice`, `user bob added by winbox:alice@192.0.2.5`. */
function readChange(received: Received, words: string, head: FrameFacts): MappedEvent | undefined {
  const [, entity, step, , user, source] = changed.exec(beginning(words, 512)) ?? [];
  if (entity === undefined) return undefined;
  return entityManagement(received, {
    ...head,
    activityId: steps.get(step ?? '') ?? EntityActivityId.Update,
    outcome: Outcome.Success,
    entity,
    entityType: 'Configuration',
    actor: { name: user },
    source: { host: source },
    comment: step,
  });
}

const steps: ReadonlyMap<string, EntityActivityId> = new Map([
  ['added', EntityActivityId.Create],
  ['removed', EntityActivityId.Delete],
  ['moved', EntityActivityId.Move],
  ['enabled', EntityActivityId.Enable],
  ['disabled', EntityActivityId.Disable],
]);
