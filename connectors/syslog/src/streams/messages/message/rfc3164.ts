import type { Clock } from './calendar.ts';
import type { SyslogMessage } from './message.ts';
import { readLevel } from './priority.ts';
import { digitsAt, isDigit, skipDigits, skipSpaces, wordEnd } from './scan.ts';
import { scanTag, type Tag } from './tag.ts';
import { scanBsdTimestamp, scanEpochTimestamp, scanIsoTimestamp, scanUptime, type Timestamp } from './timestamp.ts';

export interface Body extends Omit<SyslogMessage, 'raw' | 'facility' | 'severity'> {
  /** The priority, where the header has it in words. */
  readonly level?: number | undefined;
}

const colon = 0x3a;
const forwarded = 'Message forwarded from ';

/**
 * A message in any of the forms that are called BSD syslog, from behind its priority on. Never fails: what has no
 * header that can be recognised is all content.
 */
export function parseRfc3164(text: string, at: number, clock: Clock): Body {
  const versionEnd = at !== 0 ? skipVersion(text, skipSpaces(text, at), clock) : at;
  const counted = scanSequence(text, skipColon(text, versionEnd, clock));
  const head = scanHead(text, counted.end, clock);
  const isHeaded = at !== 0 || head.timestamp !== undefined;
  const { named, found, level } = scanProgram(text, head);
  const tag: Tag = found !== undefined && (isHeaded || isUnmistakable(found)) ? found : { contentStart: named.end };
  return {
    timestamp: head.timestamp,
    time: head.time,
    hostname: named.hostname,
    appName: tag.appName,
    procId: tag.procId,
    msgId: tag.msgId,
    ...(level === undefined ? undefined : { level }),
    sequence: head.sequence ?? counted.sequence,
    content: text.slice(tag.contentStart),
  };
}

interface Host {
  readonly hostname?: string | undefined;
  /** Where the rest begins. */
  readonly end: number;
}

interface Program {
  readonly named: Host;
  readonly found?: Tag | undefined;
  readonly level?: number;
}

/** Host and tag; before either stands the priority in words, where a file of BusyBox or FreeBSD was read. */
function scanProgram(text: string, head: Head): Program {
  const named = head.hostname === undefined ? scanHost(text, head) : { hostname: head.hostname, end: head.end };
  const found = scanTag(text, named.end);
  if (found !== undefined || head.timestamp === undefined) return { named, found };
  const level = readLevel(text, named.end);
  if (level === undefined) return { named };
  const whole =
    named.hostname === undefined
      ? scanHost(text, { ...head, end: level.end })
      : { hostname: named.hostname, end: level.end };
  return { named: whole, found: scanTag(text, whole.end), level: level.value };
}

/** The `1 ` of a header that begins as RFC 5424 has it, and then goes another way. */
function skipVersion(text: string, at: number, clock: Clock): number {
  if (text.charCodeAt(at) !== 0x31 || text.charCodeAt(at + 1) !== 0x20) return at;
  return (scanEpochTimestamp(text, at + 2) ?? scanTimestamp(text, at + 2, clock)) === undefined ? at : at + 2;
}

/** The `:` that Cisco's EMBLEM format puts directly before the time. */
function skipColon(text: string, at: number, clock: Clock): number {
  const isBefore = text.charCodeAt(at) === colon && scanTimestamp(text, at + 1, clock) !== undefined;
  return isBefore ? at + 1 : at;
}

/** Cisco's count of its messages, `45: `, or the `: ` of devices that do not count. */
function scanSequence(text: string, at: number): { readonly sequence?: number | undefined; readonly end: number } {
  const end = skipDigits(text, at);
  const next = behindColon(text, end);
  if (next === end || end - at > 12) return { end: at };
  return { sequence: end > at ? digitsAt(text, at, end - at) : undefined, end: next };
}

/** Where the word behind the `: ` at `at` begins; `at` where no such colon stands there. */
function behindColon(text: string, at: number): number {
  const next = skipSpaces(text, at + 1);
  return text.charCodeAt(at) === colon && next !== at + 1 ? next : at;
}

interface Head extends Host {
  /** The timestamp as it was written. */
  readonly timestamp?: string;
  readonly time?: number | undefined;
  /** Name that stands before the timestamp (Cisco with `logging origin-id`). */
  readonly hostname?: string | undefined;
  /** Number that stands between that name and the timestamp (Cisco with `service sequence-numbers`). */
  readonly sequence?: number | undefined;
}

function scanHead(text: string, at: number, clock: Clock): Head {
  const stamp =
    scanTimestamp(text, at, clock) ?? (at !== 0 ? scanEpochTimestamp(text, at) : undefined) ?? scanUptime(text, at);
  if (stamp !== undefined) return headOf(text, at, stamp);
  return scanLateHead(text, at, clock) ?? scanNodeHead(text, at, clock) ?? { end: at };
}

function headOf(text: string, start: number, { time, end }: Timestamp): Head {
  return { timestamp: text.slice(start, end), time, end: afterStamp(text, end) };
}

/**
 * `router1: Mar  1 18:46:11`, `router1 : Mar  1 18:46:11`, `router1: 000046: Mar  1 18:46:11`, and
 * `192.0.2.4 000046: Mar  1 18:46:11` of a relay. A name of digits alone is the device's count beside that of the sender: `45: 000046: Mar  1 18:46:11`.
 */
function scanLateHead(text: string, at: number, clock: Clock): Head | undefined {
  const wordsEnd = wordEnd(text, at);
  const nameEnd = text.charCodeAt(wordsEnd - 1) === colon ? wordsEnd - 1 : wordsEnd;
  if (!isHostname(text, at, nameEnd)) return undefined;
  const { sequence, end: start } = scanSequence(text, wordsEnd + 1);
  if (nameEnd === wordsEnd && start === wordsEnd + 1) return undefined;
  const stamp = scanTimestamp(text, start, clock) ?? scanUptime(text, start);
  if (stamp === undefined) return undefined;
  const head = headOf(text, start, stamp);
  const isCount = skipDigits(text, at) === nameEnd && nameEnd - at <= 12;
  if (isCount) return { ...head, sequence: digitsAt(text, at, nameEnd - at) };
  return { ...head, hostname: text.slice(at, nameEnd), sequence };
}

/** Cisco's IOS XR: `RP/0/RSP0/CPU0:Mar  1 18:46:11.123 : `, with or without the host before it. */
function scanNodeHead(text: string, at: number, clock: Clock): Head | undefined {
  const [, hostname, node] = nodeBefore.exec(text.slice(at, at + 320)) ?? [];
  if (node === undefined) return undefined;
  const start = at + (hostname === undefined ? 0 : hostname.length + 1) + node.length;
  const stamp = scanTimestamp(text, start, clock);
  if (stamp === undefined) return undefined;
  return { ...headOf(text, start, stamp), hostname, end: afterStamp(text, skipSpaces(text, stamp.end)) };
}

const nodeBefore = /^(?:([A-Za-z0-9._-]{1,255}) )?((?:RP|LC|\d{1,3})\/[A-Z0-9/]{1,24}:)/;

function scanTimestamp(text: string, at: number, clock: Clock): Timestamp | undefined {
  const stamp = scanIsoTimestamp(text, at, clock) ?? scanBsdTimestamp(text, at, clock);
  if (stamp === undefined) return undefined;
  const next = text.charCodeAt(stamp.end);
  return Number.isNaN(next) || next === 0x20 || next === colon ? stamp : undefined;
}

function afterStamp(text: string, at: number): number {
  return skipSpaces(text, text.charCodeAt(at) === colon ? at + 1 : at);
}

/** The host, where the next word can be one and is not the tag. Without a timestamp an unmistakable tag must follow it. */
function scanHost(text: string, head: Head): Host {
  const isForwarded = head.timestamp !== undefined && text.startsWith(forwarded, head.end);
  const at = isForwarded ? head.end + forwarded.length : head.end;
  const none = { end: head.end };
  const end = wordEnd(text, at);
  if (end === at) return none;
  if (text.charCodeAt(end - 1) === colon) {
    // `host: %SYS-5-…` of Cisco and `Message forwarded from host: …` of AIX; else it is the tag.
    const isHost = isForwarded || isCiscoTag(text, end + 1);
    return isHost && isHostname(text, at, end - 1) ? { hostname: text.slice(at, end - 1), end: end + 1 } : none;
  }
  const start = behindArrow(text, at, end);
  if (!isHostname(text, start, end)) return none;
  // Cisco ASA: `host : %ASA-…`
  const next = behindColon(text, skipSpaces(text, end));
  if (head.timestamp === undefined && !isUnmistakable(scanTag(text, next))) return none;
  if (end === text.length) return none;
  return { hostname: text.slice(start, end), end: next };
}

/** Wazuh's archive writes `manager->192.0.2.4` for what the manager was sent: the host is the one that sent it. */
function behindArrow(text: string, at: number, end: number): number {
  const arrow = text.slice(at, end).indexOf('->');
  return arrow > 0 ? at + arrow + 2 : at;
}

/** `%SYS-5-…`, of which the first two characters tell. */
function isCiscoTag(text: string, at: number): boolean {
  const letter = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0x25 && letter >= 0x41 && letter <= 0x5a;
}

/** A tag that no ordinary sentence begins with: one with a process id, or Cisco's. */
function isUnmistakable(tag: Tag | undefined): boolean {
  return tag !== undefined && (tag.procId !== undefined || tag.appName?.charCodeAt(0) === 0x25);
}

/**
 * Letters, digits and `.-_:@` only, and not marks alone: names, addresses, and what devices call themselves; with `/` the
 * relays that syslog-ng puts before the host, `relay/host`.
 */
function isHostname(text: string, start: number, end: number): boolean {
  if (end - start > 255) return false;
  let isNamed = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    const isMark = code === 0x2e || code === 0x2d || code === 0x5f || code === colon || code === 0x40;
    if (isLetter || isDigit(code)) isNamed = true;
    else if (!isMark && !(code === 0x2f && isNamed)) return false;
  }
  return isNamed;
}
