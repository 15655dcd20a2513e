import type { MappedEvent } from '@sluice/connector';
import { noFacts, noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import { httpActivity } from '../../events/http-activity.ts';
import type { EventContext } from '../../events/metadata.ts';
import { severityOfName } from '../../events/severity.ts';
import { civilTime, clockTime, isoTime, offsetMinutes, twoDigits } from '../../time/iso.ts';
import { monthNumber } from '../../time/month.ts';
import { instantOf } from '../../time/zone.ts';
import {
  takeRequestLine,
  takeRequestBytes,
  takeResponseBytes,
  takeStatus,
  takeUserAgent,
} from '../json/http-exchange.ts';
import { takeMethod, takeQuery, takeReferrer, takeRequestUid, takeTarget } from '../json/http-exchange.ts';
import { takeClient, takeForwardedFor, takeServer, takeServerPort, takeUser } from '../json/http-parties.ts';

/** What one of these servers says of a request. */
interface Request {
  readonly facts: Facts;
  readonly http: HttpFacts;
  readonly rest: Record<string, unknown>;
}

type Read = (groups: Readonly<Record<string, string>>, request: Request, context: EventContext) => void;

interface Format {
  /** With what characters its lines begin: settles most of the others. */
  readonly begins: string;
  readonly pattern: RegExp;
  readonly read: Read;
}

const word = (name: string): string => `(?<${name}>\\S{1,2048})`;
const quoted = (name: string): string => `"(?<${name}>[^"]{0,8192})"`;

const balancer = /^(?:https?|h2|grpcs?|wss?)$/;

const digits = '0123456789';

const formats: readonly Format[] = [
  {
    // Envoy's default format: `[2026-01-15T12:00:00.123Z] "GET /a HTTP/1.1" 200 - … "agent" "request id" "authority" "upstream"`
    begins: '[',
    pattern: new RegExp(
      `^\\[(?<time>[\\dT:.Z-]{20,30})\\] ${quoted('request')} (?<status>\\d{1,3}) (?<details>\\S{1,256}(?: [^\\s"]{1,512}){0,3}(?: ${quoted('reason')})?) (?<received>\\d{1,15}) (?<sent>\\d{1,15}) (?<duration>\\d{1,12}) (?<upstream>\\S{1,64}) ${quoted('forwarded')} ${quoted('agent')} ${quoted('uid')} ${quoted('authority')} (?<others>.{0,4096})$`,
    ),
    read: readEnvoy,
  },
  {
    // AWS application load balancers
    begins: 'hgw',
    pattern: new RegExp(
      `^(?<type>[a-z0-9]{2,5}) (?<time>[\\dT:.Z-]{20,30}) ${word('elb')} ${word('client')} ${word('target')} (?<timers>[-\\d.]{1,20} [-\\d.]{1,20} [-\\d.]{1,20}) (?<status>\\d{3}) (?<target_status>\\d{3}|-) (?<received>\\d{1,15}) (?<sent>\\d{1,15}) ${quoted('request')} ${quoted('agent')} (?<others>.{0,8192})$`,
    ),
    read: readBalancer,
  },
  {
    // IIS with the fields that it writes unless told otherwise
    begins: digits,
    pattern: new RegExp(
      `^(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (?<server>[\\da-fA-F.:%]{2,64}) (?<method>[A-Z_-]{1,32}) ${word('target')} ${word('query')} (?<port>\\d{1,5}) ${word('user')} ${word('client')} ${word('agent')} (?:(?<referrer>\\S{1,2048}) )?(?<status>\\d{3}) (?<substatus>\\d{1,3}) (?<win32>\\d{1,10}) (?<duration>\\d{1,12})$`,
    ),
    read: readIis,
  },
  {
    // uvicorn: `INFO:     203.0.113.7:5555 - "GET /a HTTP/1.1" 200 OK`
    begins: 'DIWEC',
    pattern: new RegExp(
      `^(?<level>[A-Z]{4,8}): {1,9}${word('client')} - ${quoted('request')} (?<status>\\d{3})(?: [A-Za-z' -]{1,64})?$`,
    ),
    read: readUvicorn,
  },
  {
    // Django's and Werkzeug's own servers: `[15/Jan/2026 12:00:00] "GET /a HTTP/1.1" 200 12`, perhaps with the client before
    begins: `[:${digits}abcdefABCDEF`,
    pattern: new RegExp(
      `^(?:(?<client>[\\da-fA-F.:]{2,64}) - - )?\\[(?<time>\\d\\d\\/[A-Z][a-z]{2}\\/\\d{4} \\d\\d:\\d\\d:\\d\\d)\\] ${quoted('request')} (?<status>\\d{3}) (?<sent>\\d{1,15}|-)$`,
    ),
    read: readDevelopment,
  },
];

const maxLength = 32_768;

/** The event of a line of Envoy, a load balancer of AWS, IIS, uvicorn or Django; undefined where it is of none of them. */
export function serverLineEvent(line: string, context: EventContext): MappedEvent | undefined {
  if (line === '' || line.length > maxLength) return undefined;
  const first = line.charAt(0);
  for (const { begins, pattern, read } of formats) {
    if (!begins.includes(first)) continue;
    const groups = pattern.exec(line)?.groups;
    if (groups === undefined) continue;
    const request: Request = { facts: noFacts(), http: noHttpFacts(), rest: {} };
    takeStatus(request.http, groups['status']);
    read(groups, request, context);
    const { facts, http } = request;
    const { status, method, target } = http;
    if (status === undefined || method === undefined || target === undefined) return undefined;
    const rest = Object.keys(request.rest).length === 0 ? undefined : request.rest;
    return httpActivity({ line, facts, rest, http, status }, context);
  }
  return undefined;
}

function readEnvoy(
  groups: Readonly<Record<string, string>>,
  { facts, http, rest }: Request,
  context: EventContext,
): void {
  setTime(facts, groups['time'] ?? '', context);
  setRequest(facts, http, groups['request'] ?? '');
  takeRequestBytes(http, Number(groups['received']));
  takeResponseBytes(http, Number(groups['sent']));
  http.durationMs = Number(groups['duration']);
  if (!isNothing(groups['forwarded']) && !takeForwardedFor(http, groups['forwarded']))
    rest['x_forwarded_for'] = groups['forwarded'];
  if (!isNothing(groups['agent'])) takeUserAgent(http, groups['agent']);
  if (!isNothing(groups['uid'])) takeRequestUid(http, groups['uid']);
  if (!isNothing(groups['authority'])) takeServer(http, groups['authority']);
  rest['envoy'] = { details: groups['details'], upstream_service_time: groups['upstream'], others: groups['others'] };
  // Behind the upstream host, cluster and local address: the downstream's local address, and whose it is.
  const [, , , , downstream] = (groups['others'] ?? '').split(' ', 6);
  if (downstream !== undefined && !isNothing(downstream)) takeClient(http, downstream);
}

function readBalancer(
  groups: Readonly<Record<string, string>>,
  { facts, http, rest }: Request,
  context: EventContext,
): void {
  if (!balancer.test(groups['type'] ?? '')) return;
  setTime(facts, groups['time'] ?? '', context);
  setRequest(facts, http, groups['request'] ?? '');
  takeClient(http, groups['client']);
  takeRequestBytes(http, Number(groups['received']));
  takeResponseBytes(http, Number(groups['sent']));
  if (!isNothing(groups['agent'])) takeUserAgent(http, groups['agent']);
  const timers = (groups['timers'] ?? '').split(' ').map(Number);
  if (timers.every((seconds) => seconds >= 0)) http.durationMs = Math.round(timers.reduce((a, b) => a + b) * 1000);
  const { type, elb, target, timers: written, target_status: targetStatus, others } = groups;
  rest['load_balancer'] = { type, elb, target, timers: written, target_status: targetStatus, others };
}

function readIis(
  groups: Readonly<Record<string, string>>,
  { facts, http, rest }: Request,
  context: EventContext,
): void {
  setTime(facts, groups['time'] ?? '', context);
  takeMethod(http, groups['method']);
  takeTarget(http, groups['target']);
  if (!isNothing(groups['query'])) takeQuery(http, groups['query']);
  takeServer(http, groups['server']);
  takeServerPort(http, Number(groups['port']));
  if (!isNothing(groups['user'])) takeUser(http, groups['user']);
  takeClient(http, groups['client']);
  // IIS writes blanks in it as plus signs.
  if (!isNothing(groups['agent'])) takeUserAgent(http, groups['agent']?.replaceAll('+', ' '));
  if (!isNothing(groups['referrer'])) takeReferrer(http, groups['referrer']);
  http.durationMs = Number(groups['duration']);
  rest['iis'] = { agent: groups['agent'], substatus: groups['substatus'], win32_status: groups['win32'] };
}

function readUvicorn(groups: Readonly<Record<string, string>>, { facts, http }: Request): void {
  facts.level = groups['level'];
  facts.severityId = severityOfName(groups['level'] ?? '');
  setRequest(facts, http, groups['request'] ?? '');
  takeClient(http, groups['client']);
}

function readDevelopment(
  groups: Readonly<Record<string, string>>,
  { facts, http }: Request,
  context: EventContext,
): void {
  const text = groups['time'] ?? '';
  const year = twoDigits(text, 7) * 100 + twoDigits(text, 9);
  const day = civilTime(year, monthNumber(text.slice(3, 6)) ?? Number.NaN, twoDigits(text, 0));
  const clock = clockTime(twoDigits(text, 12), twoDigits(text, 15), twoDigits(text, 18));
  const time = instantOf(day + clock, context.config.zone);
  if (!Number.isNaN(time)) facts.time = time;
  facts.originalTime = text;
  setRequest(facts, http, groups['request'] ?? '');
  if (groups['client'] !== undefined) takeClient(http, groups['client']);
  if (groups['sent'] !== '-') takeResponseBytes(http, Number(groups['sent']));
}

function setTime(facts: Facts, text: string, { config }: EventContext): void {
  const time = isoTime(text, config.zone);
  facts.originalTime = text;
  if (Number.isNaN(time)) return;
  facts.time = time;
  facts.timezoneOffset = offsetMinutes(text);
}

function setRequest(facts: Facts, http: HttpFacts, text: string): void {
  takeRequestLine(http, text);
  facts.message = text;
}

function isNothing(text: string | undefined): boolean {
  return text === undefined || text === '' || text === '-';
}
