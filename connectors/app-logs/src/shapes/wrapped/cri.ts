import { leadingIsoTime, offsetMinutes } from '../../time/iso.ts';
import { utc } from '../../time/zone.ts';
import type { Wrapping } from './wrapped.ts';

/** A line as container runtimes of Kubernetes write it: `2026-01-15T12:00:00.123456789Z stdout F the line`. */
export interface CriLine {
  readonly wrapping: Wrapping;
  readonly content: string;
}

const space = 32;
const capitalT = 84;
const maxTimeLength = 40;

/** Takes the wrapping off; undefined where there is none. */
export function criLine(line: string): CriLine | undefined {
  if (line.charCodeAt(10) !== capitalT) return undefined;
  const timeEnd = line.indexOf(' ');
  if (timeEnd > maxTimeLength) return undefined;
  if (!line.startsWith('stdout ', timeEnd + 1) && !line.startsWith('stderr ', timeEnd + 1)) return undefined;
  const tagsAt = timeEnd + 8;
  const tag = line.charAt(tagsAt);
  const tagsEnd = line.indexOf(' ', tagsAt);
  if ((tag !== 'F' && tag !== 'P') || tagsEnd === -1 || !isTagEnd(line, tagsAt + 1)) return undefined;
  const leading = leadingIsoTime(line, 0, utc);
  if (leading?.end !== timeEnd) return undefined;
  const originalTime = line.slice(0, timeEnd);
  const fields = {
    stream: line.slice(timeEnd + 1, timeEnd + 7),
    ...(tag === 'P' ? { partial: true } : {}),
    ...(tagsEnd > tagsAt + 1 ? { tags: line.slice(tagsAt, tagsEnd) } : {}),
  };
  const offset = offsetMinutes(originalTime);
  return {
    wrapping: { line, time: leading.time, timezoneOffset: offset, originalTime, name: 'container', fields },
    content: line.slice(tagsEnd + 1),
  };
}

/** Further tags may follow after a colon. */
function isTagEnd(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code === space || code === 58;
}
