import type { MappedEvent } from '@sluice/connector';
import { Direction } from '../events/connection.ts';
import { Outcome } from '../events/frame.ts';
import { Activity, networkActivity } from '../events/network-activity.ts';
import { allowed, blocked, dropped, isDenied, rejected, unsaid, type Verdict } from '../events/verdict.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

const product = { vendor_name: 'Netfilter', name: 'Netfilter' };

/**
 * Packets that iptables, nftables, ufw, firewalld or shorewall logged through the kernel: `[UFW BLOCK] IN=eth0 OUT= MAC=…
 * SRC=… DST=… PROTO=TCP SPT=… DPT=… SYN`. Only the words before `IN=` tell what became of the packet; a rule that merely
 * logs tells nothing, and the event then says neither allowed nor denied. Other messages of the kernel are not mapped.
 */
export function mapNetfilter(received: Received): MappedEvent | undefined {
  const { text } = received;
  const start = beginning(text, 350).search(fieldsStart);
  if (start < 0 || start > 255) return undefined;
  const { fields, flags } = readFields(text.slice(start));
  if (fields.get('SRC') === undefined || fields.get('DST') === undefined) return undefined;
  const prefix = text
    .slice(0, start)
    .replace(/^\[ *\d+\.\d+\] ?/, '')
    .trim();
  const verdict = numberedVerdict(prefix) ?? verdictOf(prefix);
  const [, bracketed, description] = /^\[([^\]]{1,128})\] ?DESCR="([^"]{0,128})"?$/.exec(prefix) ?? [];
  const macs = fields.get('MAC')?.split(':') ?? [];
  return networkActivity(received, {
    product,
    activityId: activityOf(verdict, flags),
    verdict,
    outcome: verdict === allowed ? Outcome.Success : undefined,
    protocol: fields.get('PROTO')?.toLowerCase(),
    direction: directionOf(fields),
    source: {
      host: fields.get('SRC'),
      port: fields.get('SPT'),
      interface: fields.get('IN'),
      mac: macs.length >= 12 ? macs.slice(6, 12).join(':') : undefined,
    },
    destination: {
      host: fields.get('DST'),
      port: fields.get('DPT'),
      interface: fields.get('OUT'),
      mac: macs.length >= 12 ? macs.slice(0, 6).join(':') : undefined,
    },
    rule: { name: bracketed ?? prefix.replace(/^\[|\]$|[: -]+$/g, '') },
    statusDetail: description,
    traffic: { bytes: fields.get('LEN') },
    actor: { uid: fields.get('UID') },
    unmapped: restOf(fields, flags),
  });
}

/** `IN=` behind a blank, a colon or a bracket, or at the beginning, with `OUT=` near behind it. */
const fieldsStart = /(?<=^|[\s:\])>-])IN=(?=.{0,88} OUT=)/s;

interface Packet {
  readonly fields: ReadonlyMap<string, string>;
  readonly flags: readonly string[];
}

/** The first of equal names counts: behind it may stand the packet that an ICMP error quotes, in brackets. */
function readFields(text: string): Packet {
  const fields = new Map<string, string>();
  const flags: string[] = [];
  const quoted = text.indexOf(' [SRC=');
  for (const word of (quoted === -1 ? text : text.slice(0, quoted)).split(' ', 64)) {
    const sign = word.indexOf('=');
    if (sign > 0 && !fields.has(word.slice(0, sign))) fields.set(word.slice(0, sign), word.slice(sign + 1));
    else if (sign === -1 && /^[A-Z]{2,4}$/.test(word)) flags.push(word);
  }
  return { fields, flags };
}

/** `[WAN_IN-3003-D]` of VyOS and EdgeOS, `[WAN_IN-D-4000]` of UniFi: accept, drop or reject. */
function numberedVerdict(prefix: string): Verdict | undefined {
  const [, before, behind] =
    /^\[[A-Za-z0-9_.-]{1,64}?-(?:(?:\d{1,10}|default)-([ADR])|([ADR])-\d{1,10})\]/.exec(prefix) ?? [];
  return letters.get(before ?? behind ?? '');
}

const letters: ReadonlyMap<string, Verdict> = new Map([
  ['A', allowed],
  ['D', dropped],
  ['R', rejected],
]);

/** Words that firewalls and their users put before a packet. Where two contradict each other, nothing is said. */
function verdictOf(prefix: string): Verdict {
  const found = new Set<Verdict>();
  for (const [word] of prefix.matchAll(/[A-Za-z]+/g)) {
    const lower = word.toLowerCase();
    if (lower === 'not' || lower === 'no' || lower === 'would') return unsaid;
    const verdict = words.get(lower);
    if (verdict !== undefined) found.add(verdict);
  }
  const all = [...found];
  const denials = all.filter(isDenied);
  if (denials.length > 0 && denials.length < all.length) return unsaid;
  return all[0] ?? unsaid;
}

const words: ReadonlyMap<string, Verdict> = new Map([
  ['block', blocked],
  ['blocked', blocked],
  ['deny', blocked],
  ['denied', blocked],
  ['drop', dropped],
  ['dropped', dropped],
  ['drp', dropped],
  ['reject', rejected],
  ['rejected', rejected],
  ['rej', rejected],
  ['accept', allowed],
  ['accepted', allowed],
  ['acc', allowed],
  ['allow', allowed],
  ['allowed', allowed],
  ['pass', allowed],
  ['permit', allowed],
]);

function activityOf(verdict: Verdict, flags: readonly string[]): Activity {
  if (isDenied(verdict)) return Activity.Refuse;
  return flags.includes('SYN') && !flags.includes('ACK') ? Activity.Open : Activity.Traffic;
}

/** A packet with both interfaces was forwarded: it is neither this host's own nor for it. */
function directionOf(fields: ReadonlyMap<string, string>): Direction {
  const [input, output] = [fields.get('IN') ?? '', fields.get('OUT') ?? ''];
  if (input !== '' && output === '') return Direction.Inbound;
  return input === '' && output !== '' ? Direction.Outbound : Direction.Unknown;
}

const mapped: ReadonlySet<string> = new Set(['IN', 'OUT', 'SRC', 'DST', 'SPT', 'DPT', 'PROTO', 'LEN', 'UID']);

function restOf(fields: ReadonlyMap<string, string>, flags: readonly string[]): Record<string, unknown> {
  const rest: Record<string, unknown> = Object.create(null);
  for (const [name, value] of fields) if (!mapped.has(name) && value !== '') rest[name] = value;
  if (flags.length > 0) rest['flags'] = flags.join(' ');
  return rest;
}
