import type { Clock } from './calendar.ts';
import type { SyslogMessage } from './message.ts';
import { isDigit } from './scan.ts';

/** Reads one message with its header. */
type Parse = (text: string, clock: Clock) => SyslogMessage;

const devices = /^(?:CEF: ?\d|LEEF: ?\d|\d{0,12},[\d/]{8,10} |[a-z]{2,10}=)/;

/**
 * The message that a relay put behind a header of its own: `Mar  1 18:46:12 relay <34>Mar  1 18:46:11 mars su[12]: text`,
 * with or without the second priority. Undefined where the text is no message, or where the header names a program: then
 * what follows is that program's text, whatever it looks like. What the inner header does not say, the relay's does.
 */
export function relayedIn(outer: SyslogMessage, clock: Clock, parse: Parse): SyslogMessage | undefined {
  const text = textBehind(outer);
  if (text === undefined) return undefined;
  const inner = parse(text, clock);
  const hasPriority = inner.facility !== undefined;
  if (!hasPriority && inner.timestamp === undefined) return undefined;
  const isOfProgram = inner.procId !== undefined || inner.appName?.startsWith('%') === true;
  const isOfDevice = inner.appName === undefined && devices.test(inner.content);
  const isStructured = inner.structuredData !== undefined;
  if (!isOfProgram && !isOfDevice && !isStructured && !(hasPriority && inner.timestamp !== undefined)) return undefined;
  const isTimed = inner.timestamp !== undefined;
  return {
    ...inner,
    raw: outer.raw,
    facility: inner.facility ?? outer.facility,
    severity: inner.severity ?? outer.severity,
    timestamp: isTimed ? inner.timestamp : outer.timestamp,
    time: isTimed ? inner.time : outer.time,
    hostname: inner.hostname ?? outer.hostname,
    structuredData: inner.structuredData ?? outer.structuredData,
  };
}

/** The text that may be a message of its own: all of an untagged one, or one of Cisco's whose count or host was taken for a tag. */
function textBehind({ appName, procId, content }: SyslogMessage): string | undefined {
  if (procId === undefined && junosHead.test(content)) return `1 ${content}`;
  if (appName !== undefined) return procId === undefined ? ciscoTextBehind(appName, content) : undefined;
  const first = content.charCodeAt(0);
  if (first === 0x3c) return isDigit(content.charCodeAt(1)) ? content : undefined;
  if (isDigit(first)) {
    const isIso = content.charCodeAt(4) === 0x2d && content.charCodeAt(10) === 0x54;
    return isIso || nexusHead.test(content) ? content : undefined;
  }
  // A month, or Cisco's marks before one; or a node of IOS XR.
  return /^(?:[*.]?[JFMASOND][a-z]{2} |(?:RP|LC)\/\d)/.test(content) ? content : undefined;
}

/** `2026 Mar  1 18:46:11.123 CET: %`: NX-OS puts the year first. */
const nexusHead = /^\d{4} [JFMASOND][a-z]{2} [ \d]\d [^%]{8,40}: %[A-Z]/;

/** `45: Mar  1 …`, `router1: 45: Mar  1 …: %SYS-5-…`: a program's text is not, but for the tag of Cisco in it. */
function ciscoTextBehind(appName: string, content: string): string | undefined {
  const isCount = /^\d{1,12}$/.test(appName);
  // The task of a wireless controller stands before the time: `wlc1: *emWeb: Mar  1 …: %AAA-5-…`.
  const task = airOsTask.exec(content)?.[0];
  if (task !== undefined) return `${appName}: ${content.slice(task.length).replace(': #', ': %')}`;
  if (appName.startsWith('*') && airOsText.test(content)) return content.replace(': #', ': %');
  return isCount || ciscoHead.test(content) ? `${appName}: ${content}` : undefined;
}

/** Junos's structured form, its priority and version taken off or replaced by a tag: `junos-flow: 2026-01-14T09:12:01Z fw1 RT_FLOW - RT_FLOW_SESSION_DENY [junos@2636…`. */
const junosHead = /^\d{4}-\d\d-\d\dT\S{8,24} \S{1,255} RT_[A-Z]{2,16} \S{1,32} [A-Z_]{4,64} \[junos@/;

const airOsText = /^[JFMASOND][a-z]{2} [ \d]\d [\d:.]{8,15}: [%#][A-Z]/;
const airOsTask = /^\*[A-Za-z][\w-]{0,47}: (?=[JFMASOND][a-z]{2} [ \d]\d [\d:.]{8,15}: [%#][A-Z])/;
const ciscoHead = /^(?:\d{1,12}: )?[*.]?[JFMASOND][a-z]{2} [ \d][^%]{8,48}: %[A-Z]/;
