import { noFacts, type Facts } from '../../events/facts.ts';
import { severityOfName } from '../../events/severity.ts';
import { leadingIsoTime, offsetMinutes } from '../../time/iso.ts';
import type { Zone } from '../../time/zone.ts';

/** A level stands among so many first words after the time. */
const wordsWithLevel = 6;
const maxPrefixLength = 256;

/**
 * What a line of text says at its beginning: a time (`2026-01-15 12:00:00,123`, `[2026-01-15T12:00:00Z]`,
 * `2026/01/15 12:00:00`) and after it a level (`INFO`, `[error]`). A line that does not begin with a time says nothing.
 */
export function textFacts(line: string, zone: Zone): Facts {
  const facts = noFacts();
  const start = line.charCodeAt(0) === 91 ? 1 : 0;
  const leading = leadingIsoTime(line, start, zone);
  if (leading === undefined) return facts;
  const text = line.slice(start, leading.end);
  facts.time = leading.time;
  facts.originalTime = text;
  facts.timezoneOffset = offsetMinutes(text);
  addLevel(facts, line.slice(leading.end, leading.end + maxPrefixLength));
  return facts;
}

const levelWord = /^(?:[[(<]([A-Za-z]{3,13})[\])>]:?|([A-Z]{3,13}):?)$/;

function addLevel(facts: Facts, prefix: string): void {
  const words = prefix.split(' ', wordsWithLevel + 2).filter((word) => word !== '' && word !== ']');
  for (const word of words.slice(0, wordsWithLevel)) {
    const match = levelWord.exec(word);
    const level = match?.[1] ?? match?.[2];
    const severityId = level === undefined ? undefined : severityOfName(level);
    if (severityId === undefined) continue;
    facts.level = level;
    facts.severityId = severityId;
    return;
  }
}
