import type { EventContext } from '../../events/metadata.ts';
import { epochTime } from '../../time/epoch.ts';
import {
  takeContentType,
  takeDurationWithUnit,
  takeMethod,
  takeResponseBytes,
  takeTarget,
} from '../json/http-exchange.ts';
import { takeClient, takeUser } from '../json/http-parties.ts';
import { severityOfName } from '../../events/severity.ts';
import {
  digits,
  isNothing,
  quoted,
  setRequest,
  setTime,
  word,
  type Format,
  type Groups,
  type Request,
} from './server-line.ts';

/** Ways of writing requests that proxies and frameworks have of their own. */
export const proxyFormats: readonly Format[] = [
  {
    // Squid: `1768478400.123    921 203.0.113.7 TCP_MISS/200 507 GET http://www.example.com/ - HIER_DIRECT/10.0.0.5 text/html`
    begins: digits,
    pattern: new RegExp(
      `^(?<time>\\d{9,11}\\.\\d{3}) {1,12}(?<duration>\\d{1,12}) ${word('client')} (?<result>[A-Z_]{3,64})/(?<status>\\d{3}) (?<sent>\\d{1,15}) (?<method>[A-Z_:-]{1,32}) ${word('target')} ${word('user')} (?<hierarchy>[A-Z_]{3,64}/\\S{1,256}) (?<type>\\S{1,256})(?: (?<others>.{0,4096}))?$`,
    ),
    read: readSquid,
  },
  {
    // Gin: `[GIN] 2026/01/15 - 12:00:00 | 200 |    1.2ms |    203.0.113.7 | GET      "/a"`
    begins: `[${digits}`,
    pattern:
      /^(?:\[GIN\] (?<time>\d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d) \||(?<logged>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[GIN\]) {0,4}(?<status>\d{3}) \| {0,16}(?<latency>[^\s|]{1,24}) \| {0,45}(?<client>[\da-fA-F.:%]{2,64}) \| {0,4}(?<method>[A-Z]{3,16}) {1,16}"?(?<target>\/[^\s"]{0,8192})"?(?:\s.{0,4096})?$/,
    read: readGin,
  },
  {
    // morgan's `tiny` and `short`: `GET /a 200 12 - 5.123 ms`, `203.0.113.7 - GET /a HTTP/1.1 200 12 - 5.123 ms`; `dev` has the size last
    begins: `${digits}:abcdefGHPDOCT`,
    pattern:
      /^(?:(?<client>[\da-f.:]{2,64}) (?<user>\S{1,256}) )?(?<method>[A-Z]{3,16}) (?<target>\/\S{0,8192}) (?:HTTP\/(?<version>\d\.\d) )?(?<status>\d{3}) (?:(?<sent>\d{1,15}|-) - (?<ms>\d{1,9}\.\d{3}) ms|(?<dev_ms>\d{1,9}\.\d{3}) ms - (?<dev_sent>\d{1,15}|-))$/,
    read: readMorgan,
  },
  {
    // OpenStack's services: `2026-01-15 12:00:00.123 4711 INFO nova.wsgi [req-1 - - -] 203.0.113.7 "GET /a HTTP/1.1" status: 200 len: 5 time: 0.25`
    begins: digits,
    pattern: new RegExp(
      `^(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) (?<pid>\\d{1,10}) (?<level>[A-Z]{4,8}) (?<logger>[\\w.]{1,200}) \\[(?<request_context>[^\\]]{0,1024})\\] (?<client>[\\da-fA-F.:,]{2,256}) ${quoted('request')} status: (?<status>\\d{3}) +len: (?<sent>\\d{1,15}) +time: (?<seconds>\\d{1,9}\\.\\d{1,12})$`,
    ),
    read: readOpenStack,
  },
  {
    // AWS' classic load balancers
    begins: digits,
    pattern: new RegExp(
      `^(?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,18}Z) ${word('elb')} ${word('client')} ${word('target')} (?<timers>[-\\d.]{1,20} [-\\d.]{1,20} [-\\d.]{1,20}) (?<status>\\d{3}) (?<target_status>\\d{1,3}|-) (?<received>\\d{1,15}) (?<sent>\\d{1,15}) ${quoted('request')} ${quoted('agent')} (?<others>.{0,512})$`,
    ),
    read: readBalanced,
    mayLackRequest: true,
  },
];

function readSquid(groups: Groups, { facts, http, rest }: Request): void {
  const time = epochTime(Number(groups['time']));
  facts.originalTime = groups['time'];
  if (!Number.isNaN(time)) facts.time = time;
  http.durationMs = Number(groups['duration']);
  takeClient(http, groups['client']);
  takeResponseBytes(http, Number(groups['sent']));
  takeMethod(http, groups['method']);
  const { target, result, hierarchy, others } = groups;
  // `CONNECT www.example.com:443` asks for a host.
  if (!takeTarget(http, target) && http.method === 'CONNECT') http.target = target;
  facts.message = `${groups['method']} ${target}`;
  takeUser(http, groups['user']);
  takeContentType(http, groups['type']);
  rest['squid'] = { result, hierarchy, ...(others === undefined ? {} : { others }) };
}

function readGin(groups: Groups, { facts, http, rest }: Request, context: EventContext): void {
  const { method = '', target = '', latency = '' } = groups;
  const written = (groups['logged'] ?? groups['time'] ?? '').replace(' - ', ' ');
  setTime(facts, written, context);
  takeMethod(http, method);
  takeTarget(http, target);
  takeClient(http, groups['client']);
  facts.message = `${method} ${target}`;
  if (!takeDurationWithUnit(http, latency)) rest['latency'] = latency;
}

function readMorgan(groups: Groups, { facts, http }: Request): void {
  const { client, user, method = '', target = '', version } = groups;
  takeMethod(http, method);
  takeTarget(http, target);
  if (version !== undefined) http.version = version;
  takeClient(http, client);
  takeUser(http, user);
  takeResponseBytes(http, groups['sent'] ?? groups['dev_sent']);
  http.durationMs = Math.round(Number(groups['ms'] ?? groups['dev_ms']));
  facts.message = `${method} ${target}`;
}

function readOpenStack(groups: Groups, { facts, http, rest }: Request, context: EventContext): void {
  setTime(facts, groups['time'] ?? '', context);
  setRequest(facts, http, groups['request'] ?? '');
  facts.level = groups['level'];
  facts.severityId = severityOfName(groups['level'] ?? '');
  facts.logger = groups['logger'];
  // Behind a proxy the client stands first, and then whoever passed the request on.
  const { client = '', pid, request_context: requestContext } = groups;
  const [first, ...others] = client.split(',');
  takeClient(http, first);
  takeResponseBytes(http, Number(groups['sent']));
  http.durationMs = Math.round(Number(groups['seconds']) * 1000);
  rest['openstack'] = { pid, request_context: requestContext, ...(others.length === 0 ? {} : { client }) };
}

/** What AWS' load balancers, classic and application, say alike. */
export function readBalanced(groups: Groups, { facts, http, rest }: Request, context: EventContext): void {
  setTime(facts, groups['time'] ?? '', context);
  setRequest(facts, http, groups['request'] ?? '');
  takeClient(http, groups['client']);
  http.requestBytes = Number(groups['received']);
  takeResponseBytes(http, Number(groups['sent']));
  if (!isNothing(groups['agent'])) http.userAgent = groups['agent'];
  const timers = (groups['timers'] ?? '').split(' ').map(Number);
  if (timers.every((seconds) => seconds >= 0)) http.durationMs = Math.round(timers.reduce((a, b) => a + b) * 1000);
  const { type, elb, target, timers: written, target_status: targetStatus, others } = groups;
  const of = type === undefined ? {} : { type };
  rest['load_balancer'] = { ...of, elb, target, timers: written, target_status: targetStatus, others };
}
