import { noFacts, type Facts } from '../../events/facts.ts';
import { maxTextLength } from '../../events/metadata.ts';
import { severityOfName } from '../../events/severity.ts';
import { epochTime } from '../../time/epoch.ts';

/** An event that log4j wrote as XML, on a line of its own. */
export interface Log4jXml {
  readonly facts: Facts;
  readonly fields: Readonly<Record<string, string>> | undefined;
}

const element = /^<(?:log4j:event|Event|log4j:Event) (?<attributes>[^<>]{1,4096})>/;
const attribute = /([A-Za-z:]{1,64})="([^"]{0,2048})"/g;
const instant = /<Instant epochSecond="(\d{1,12})" nanoOfSecond="(\d{1,9})"\/>/;
const message = /<(log4j:message|Message)(?: [^<>]{0,256})?>(?:<!\[CDATA\[([^]*?)\]\]>|([^<]*))<\/\1>/;

/** Undefined where the line is none. */
export function readLog4jXml(line: string): Log4jXml | undefined {
  const attributes = element.exec(line.slice(0, 4200))?.groups?.['attributes'];
  if (attributes === undefined) return undefined;
  const said: Record<string, string> = {};
  for (const [, name = '', value = ''] of attributes.matchAll(attribute)) said[name] = unescapeXml(value);
  const { level = '', loggerName, logger = loggerName, thread, timeMillis, timestamp = timeMillis } = said;
  const severityId = severityOfName(level);
  if (severityId === undefined) return undefined;
  const facts: Facts = Object.assign(noFacts(), { level, severityId, logger });
  setTime(facts, timestamp, instant.exec(line.slice(0, maxHeadLength)));
  const [, , cdata, text] = message.exec(line) ?? [];
  const words = cdata ?? (text === undefined ? undefined : unescapeXml(text));
  facts.message = (words ?? line).slice(0, maxTextLength);
  return { facts, fields: thread === undefined ? undefined : { thread } };
}

const maxHeadLength = 8192;

function setTime(facts: Facts, timestamp: string | undefined, match: RegExpExecArray | null): void {
  const [, seconds, nanos = ''] = match ?? [];
  const time =
    seconds === undefined ? epochTime(Number(timestamp)) : epochTime(Number(seconds)) + Math.floor(Number(nanos) / 1e6);
  if (Number.isNaN(time)) return;
  facts.time = time;
  if (seconds !== undefined) facts.originalTime = `${seconds}.${nanos.padStart(9, '0')}`;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}
