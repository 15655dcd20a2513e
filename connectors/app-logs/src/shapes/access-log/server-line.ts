import type { Facts, HttpFacts } from '../../events/facts.ts';
import type { EventContext } from '../../events/metadata.ts';
import { isoTime, offsetMinutes } from '../../time/iso.ts';
import { takeRequestLine } from '../json/http-exchange.ts';

/** What one of these servers says of a request. */
export interface Request {
  readonly facts: Facts;
  readonly http: HttpFacts;
  readonly rest: Record<string, unknown>;
}

export type Groups = Readonly<Record<string, string>>;

/** How one of the servers writes a line. */
export interface Format {
  /** With what characters its lines begin: settles most of the others. */
  readonly begins: string;
  readonly pattern: RegExp;
  readonly read: (groups: Groups, request: Request, context: EventContext) => void;
  /** Whether its lines are of requests even where no method and target can be read. */
  readonly mayLackRequest?: boolean;
}

export const word = (name: string): string => `(?<${name}>\\S{1,2048})`;
export const quoted = (name: string): string => `"(?<${name}>[^"]{0,8192})"`;

export const digits = '0123456789';

export function setTime(facts: Facts, text: string, { config }: EventContext): void {
  const time = isoTime(text, config.zone);
  facts.originalTime = text;
  if (Number.isNaN(time)) return;
  facts.time = time;
  facts.timezoneOffset = offsetMinutes(text);
}

export function setRequest(facts: Facts, http: HttpFacts, text: string): void {
  takeRequestLine(http, text);
  facts.message = text;
}

export function isNothing(text: string | undefined): boolean {
  return text === undefined || text === '' || text === '-';
}
