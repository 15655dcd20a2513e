import type { MappedEvent } from '@sluice/connector';
import { noFacts, noHttpFacts } from '../../events/facts.ts';
import { httpActivity } from '../../events/http-activity.ts';
import type { EventContext } from '../../events/metadata.ts';
import { severityOfName } from '../../events/severity.ts';
import { civilTime, clockTime, twoDigits } from '../../time/iso.ts';
import { monthNumber } from '../../time/month.ts';
import { instantOf } from '../../time/zone.ts';
import {
  takeDurationWithUnit,
  takeMethod,
  takeRequestBytes,
  takeRequestUid,
  takeResponseBytes,
  takeStatus,
  takeTarget,
  takeUserAgent,
} from '../json/http-exchange.ts';
import { takeClient, takeForwardedFor, takeServer, takeUser } from '../json/http-parties.ts';
import { iisFormat } from './iis.ts';
import { ownFormats } from './own-lines.ts';
import { proxyFormats, readBalanced } from './proxy-lines.ts';
import { digits, isNothing, quoted, setRequest, setTime, word } from './server-line.ts';
import type { Format, Groups, Request } from './server-line.ts';

const formats: readonly Format[] = [
  {
    // Envoy's default format: `[2026-01-15T12:00:00.123Z] "GET /a HTTP/1.1" 200 - … "agent" "request id" "authority" "upstream"`
    begins: '[',
    pattern: new RegExp(
      `^\\[(?<time>[\\dT:.Z-]{20,30})\\] ${quoted('request')} (?<status>\\d{1,3}) (?<details>\\S{1,256}(?: [^\\s"]{1,512}){0,3}(?: ${quoted('reason')})?) (?<received>\\d{1,15}) (?<sent>\\d{1,15}) (?<duration>\\d{1,12}) (?<upstream>\\S{1,64}) ${quoted('forwarded')} ${quoted('agent')} ${quoted('uid')} ${quoted('authority')} (?<others>.{0,4096})$`,
    ),
    read: readEnvoy,
    mayLackRequest: true,
  },
  {
    // AWS application load balancers
    begins: 'hgw',
    pattern: new RegExp(
      `^(?<type>https?|h2|grpcs?|wss?) (?<time>[\\dT:.Z-]{20,30}) ${word('elb')} ${word('client')} ${word('target')} (?<timers>[-\\d.]{1,20} [-\\d.]{1,20} [-\\d.]{1,20}) (?<status>\\d{3}) (?<target_status>\\d{3}|-) (?<received>\\d{1,15}) (?<sent>\\d{1,15}) ${quoted('request')} ${quoted('agent')} (?<others>.{0,8192})$`,
    ),
    read: readBalanced,
    mayLackRequest: true,
  },
  iisFormat,
  {
    // uvicorn: `INFO:     203.0.113.7:5555 - "GET /a HTTP/1.1" 200 OK`, or without the level, which a heading says
    begins: `DIWEC[${digits}abcdef`,
    pattern: new RegExp(
      `^(?:(?<level>[A-Z]{4,8}): {1,9})?${word('client')} - ${quoted('request')} (?<status>\\d{3})(?: [A-Za-z' -]{1,64})?$`,
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
  {
    // Tornado, and Jupyter: `401 POST /login (203.0.113.7) 1.20ms`, `302 GET /a -> /b (alice@203.0.113.7) 1.20ms`
    begins: digits,
    pattern:
      /^(?<status>\d{3}) (?<method>[A-Z]{3,12}) (?<target>\/\S{0,8192})(?: -> (?<location>\S{1,8192}))? \((?:(?<user>[^\s@()]{0,128})@)?(?<client>[\da-fA-F.:]{2,45})\) (?<duration>\d{1,9}\.\d{1,3}ms)$/,
    read: readTornado,
  },
  ...proxyFormats,
  ...ownFormats,
];

const maxLength = 32_768;

/** The event of a line of Envoy, a load balancer of AWS, IIS, Squid, uvicorn, Django, Gin, OpenStack or CouchDB; undefined where it is of none of them. */
export function serverLineEvent(line: string, context: EventContext): MappedEvent | undefined {
  if (line.length > maxLength) return undefined;
  const first = line.charAt(0);
  for (const { begins, pattern, read, mayLackRequest } of formats) {
    if (!begins.includes(first)) continue;
    const groups = pattern.exec(line)?.groups;
    if (groups === undefined) continue;
    const request: Request = { facts: noFacts(), http: noHttpFacts(), rest: {} };
    takeStatus(request.http, groups['status']);
    read(groups, request, context);
    const { facts, http } = request;
    const { status, method, target } = http;
    if (status === undefined) return undefined;
    if (mayLackRequest !== true && (method === undefined || target === undefined)) return undefined;
    const rest = Object.keys(request.rest).length === 0 ? undefined : request.rest;
    return httpActivity({ line, facts, rest, http, status }, context);
  }
  return undefined;
}

function readEnvoy(groups: Groups, { facts, http, rest }: Request, context: EventContext): void {
  setTime(facts, groups['time'] ?? '', context);
  setRequest(facts, http, groups['request'] ?? '');
  takeRequestBytes(http, Number(groups['received']));
  takeResponseBytes(http, Number(groups['sent']));
  http.durationMs = Number(groups['duration']);
  if (!isNothing(groups['forwarded']) && !takeForwardedFor(http, groups['forwarded']))
    rest['x_forwarded_for'] = groups['forwarded'];
  takeUserAgent(http, groups['agent']);
  takeRequestUid(http, groups['uid']);
  takeServer(http, groups['authority']);
  rest['envoy'] = { details: groups['details'], upstream_service_time: groups['upstream'], others: groups['others'] };
  // Behind the upstream host, cluster and local address: the downstream's local address, and whose it is.
  const [, , , , downstream] = (groups['others'] ?? '').split(' ', 6);
  takeClient(http, downstream);
}

function readUvicorn(groups: Groups, { facts, http }: Request): void {
  if (groups['level'] !== undefined) facts.level = groups['level'];
  facts.severityId = severityOfName(groups['level'] ?? '');
  setRequest(facts, http, groups['request'] ?? '');
  takeClient(http, groups['client']);
}

function readTornado(groups: Groups, { http, rest }: Request): void {
  takeMethod(http, groups['method']);
  takeTarget(http, groups['target']);
  takeClient(http, groups['client']);
  takeUser(http, groups['user']);
  if (!takeDurationWithUnit(http, groups['duration'])) rest['duration'] = groups['duration'];
  if (groups['location'] !== undefined) rest['location'] = groups['location'];
}

function readDevelopment(groups: Groups, { facts, http }: Request, context: EventContext): void {
  const text = groups['time'] ?? '';
  const year = twoDigits(text, 7) * 100 + twoDigits(text, 9);
  const day = civilTime(year, monthNumber(text.slice(3, 6)) ?? Number.NaN, twoDigits(text, 0));
  const clock = clockTime(twoDigits(text, 12), twoDigits(text, 15), twoDigits(text, 18));
  const time = instantOf(day + clock, context.config.zone);
  if (!Number.isNaN(time)) facts.time = time;
  facts.originalTime = text;
  setRequest(facts, http, groups['request'] ?? '');
  takeClient(http, groups['client']);
  takeResponseBytes(http, groups['sent']);
}
