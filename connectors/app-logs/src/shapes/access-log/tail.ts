import { ipOf } from '../../events/address.ts';
import { closingQuote } from './quoted.ts';

/** What stands behind the size of an answer, still as the server wrote it. */
export interface AccessLogTail {
  /** Absent in the common format. */
  readonly referrer?: string;
  readonly userAgent?: string;
  /** What further fields a format of one's own puts at the end. */
  readonly rest: string;
}

const quote = 34;

/** Takes what follows from `from` on apart: `"referrer" "agent"` first, or behind a few words of a format of one's own. */
export function parseTail(line: string, from: number): AccessLogTail {
  if (line.charCodeAt(from + 1) === quote) return wordsAt(line, from + 1) ?? onlyRest(line.slice(from + 1));
  return behindWords(line.slice(from + 1));
}

function onlyRest(rest: string): AccessLogTail {
  return { rest };
}

function wordsAt(line: string, at: number): AccessLogTail | undefined {
  const referrerEnd = closingQuote(line, at + 1);
  if (referrerEnd === -1 || line.charCodeAt(referrerEnd + 2) !== quote) return undefined;
  const agentEnd = closingQuote(line, referrerEnd + 3);
  if (agentEnd === -1) return undefined;
  const referrer = line.slice(at + 1, referrerEnd);
  const userAgent = line.slice(referrerEnd + 3, agentEnd);
  // Formats that leave the referrer out put the agent there, and whom the request was passed on for behind it.
  const isAgentFirst = isAddressList(userAgent) && !isAddress(referrer);
  if (isAgentFirst) return { userAgent: referrer, rest: line.slice(referrerEnd + 2) };
  return { referrer, userAgent, rest: line.slice(agentEnd + 2) };
}

function isAddressList(text: string): boolean {
  return text.length <= 1024 && text.split(',').every((address) => ipOf(address.trim()) !== undefined);
}

/** Whether it can only be a referrer: agents are no URLs. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]{0,31}:\/\//i.test(text);
}

/** So many words, none of them quoted, may stand before the referrer. */
const wordsBefore = /^(?:[^\s"]{1,64} ){1,4}(?=")/;
/** Traefik writes a dash for no referrer. */
const traefik = /^- "([^"]{0,8192})" (\d{1,12} "[^"]{0,256}" "[^"]{0,1024}" \d{1,9}ms)$/;

function behindWords(tail: string): AccessLogTail {
  const [, agent, others = ''] = traefik.exec(tail) ?? [];
  if (agent !== undefined) return { referrer: '-', userAgent: agent, rest: others };
  const before = wordsBefore.exec(tail)?.[0];
  const words = before === undefined ? undefined : wordsAt(tail, before.length);
  // What else is quoted there may be anything.
  if (before === undefined || words === undefined || !isReferrer(words.referrer) || !isAgent(words.userAgent)) {
    return onlyRest(tail);
  }
  return { ...words, rest: words.rest === '' ? before.trimEnd() : `${before}${words.rest}` };
}

function isReferrer(text: string | undefined): boolean {
  return text === undefined || text === '-' || text === '' || isAddress(text);
}

function isAgent(text: string | undefined): boolean {
  return text === '-' || text === '' || /[a-z]\/\d|[a-z] [a-z]|^[a-z]{3,}$/i.test(text ?? '');
}
