import type { Clock } from './calendar.ts';
import type { SyslogMessage } from './message.ts';
import { isDigit, wordEnd } from './scan.ts';
import { scanStructuredData } from './structured-data.ts';
import { scanIsoTimestamp } from './timestamp.ts';

type Body = Omit<SyslogMessage, 'raw' | 'facility' | 'severity'>;

/**
 * A message of RFC 5424 from its version on (behind the priority); undefined where the text is none. A timestamp that
 * names no time, and structured data that breaks the grammar, cost only themselves.
 */
export function parseRfc5424(text: string, at: number, clock: Clock): Body | undefined {
  if (text.charCodeAt(at) !== 0x31 || text.charCodeAt(at + 1) !== 0x20) return undefined;
  const timeStart = at + 2;
  const isNil = text.charCodeAt(timeStart) === 0x2d && text.charCodeAt(timeStart + 1) === 0x20;
  if (!isNil && !isDigit(text.charCodeAt(timeStart))) return undefined;
  const timeEnd = wordEnd(text, timeStart);
  const stamp = isNil ? undefined : scanIsoTimestamp(text, timeStart, clock);
  if (!isNil && text.charCodeAt(timeStart + 4) !== 0x2d) return undefined;
  const hostEnd = wordEnd(text, timeEnd + 1);
  if (isEventFormat(text, hostEnd + 1)) return undefined;
  const appEnd = wordEnd(text, hostEnd + 1);
  const procEnd = wordEnd(text, appEnd + 1);
  const msgIdEnd = wordEnd(text, procEnd + 1);
  // A tag where APP-NAME should be: only the beginning was of RFC 5424.
  if (procEnd >= text.length || text.charCodeAt(appEnd - 1) === 0x3a) return undefined;
  const { structuredData, content } = scanRest(text, msgIdEnd + 1);
  return {
    timestamp: isNil ? undefined : text.slice(timeStart, timeEnd),
    time: stamp?.end === timeEnd ? stamp.time : undefined,
    hostname: valueOf(text, timeEnd + 1, hostEnd),
    ...programOf(valueOf(text, hostEnd + 1, appEnd), valueOf(text, appEnd + 1, procEnd)),
    msgId: valueOf(text, procEnd + 1, msgIdEnd),
    structuredData,
    content,
  };
}

/** CEF or LEEF directly behind the host, as CyberArk's vault sends it: its header holds words, but not those of RFC 5424. */
function isEventFormat(text: string, at: number): boolean {
  return text.startsWith('CEF:', at) || text.startsWith('LEEF:', at);
}

/** `logger -t 'sshd[812]'` and old programs behind it put the tag of RFC 3164 where only a name belongs. */
function programOf(
  appName: string | undefined,
  procId: string | undefined,
): { readonly appName: string | undefined; readonly procId: string | undefined } {
  if (appName === undefined || procId !== undefined) return { appName, procId };
  const [, name = appName, inside] = /^([^[]+)\[(\d{1,10})\]$/.exec(appName) ?? [];
  return { appName: name, procId: inside };
}

function scanRest(text: string, at: number): Pick<Body, 'structuredData' | 'content'> {
  if (text.charCodeAt(at) === 0x2d && (at + 1 === text.length || text.charCodeAt(at + 1) === 0x20)) {
    return { content: contentOf(text, at + 2) };
  }
  const scanned = scanStructuredData(text, at);
  const isWhole = scanned !== undefined && (scanned.end === text.length || text.charCodeAt(scanned.end) === 0x20);
  if (!isWhole) return { content: contentOf(text, at) };
  return { structuredData: scanned.value, content: contentOf(text, scanned.end + 1) };
}

/** The message without its byte order mark. */
function contentOf(text: string, at: number): string {
  return text.slice(text.charCodeAt(at) === 0xfeff ? at + 1 : at);
}

/** A header field; `-` says that there is none. */
function valueOf(text: string, start: number, end: number): string | undefined {
  if (end <= start || (end === start + 1 && text.charCodeAt(start) === 0x2d)) return undefined;
  return text.slice(start, end);
}
