import type { EventContext } from '../../events/metadata.ts';
import { severityOfName } from '../../events/severity.ts';
import { bracketedTime } from '../../time/common-log.ts';
import {
  takeMethod,
  takeReferrer,
  takeResponseBytes,
  takeScheme,
  takeTarget,
  takeUserAgent,
  takeVersion,
} from '../json/http-exchange.ts';
import { takeClient, takeClientPort, takeServer, takeServerPort, takeUser } from '../json/http-parties.ts';
import { digits, isNothing, quoted, setTime, word, type Format, type Groups, type Request } from './server-line.ts';

/** Ways of writing requests that single products have of their own. */
export const ownFormats: readonly Format[] = [
  {
    // Nginx Proxy Manager: `[15/Jan/2026:12:00:00 +0000] - 200 200 - GET https www.example.com "/a" [Client 203.0.113.7] [Length 5] [Gzip -] [Sent-to 10.0.0.5] "agent" "referrer"`
    begins: '[',
    pattern: new RegExp(
      `^\\[(?<time>[\\w/:]{20} [+-]\\d{4})\\] (?:(?<cache>[A-Z]{3,16}|-) (?<upstream>[-\\d, :]{1,64}) )?(?<status>\\d{3}) - (?<method>[A-Z]{3,16}) (?<scheme>https?) ${word('host')} ${quoted('target')} \\[Client (?<client>[\\da-fA-F.:]{2,45})\\] \\[Length (?<sent>\\d{1,15})\\] \\[Gzip (?<gzip>[-\\d.]{1,16})\\](?: \\[Sent-to (?<sent_to>[^\\]\\s]{1,255})\\])? ${quoted('agent')} ${quoted('referrer')}$`,
    ),
    read: readProxyManager,
  },
  {
    // CouchDB: `[notice] 2026-01-15T12:00:00.123456Z couchdb@db1 <0.1247.0> 8b1a7b8a3b db.example.com:5984 203.0.113.7 alice GET /a 404 ok 1`
    begins: '[',
    pattern: new RegExp(
      `^\\[(?<level>[a-z]{4,9})\\] (?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,18}Z) (?<node>[^\\s@]{1,255}@[^\\s@]{1,255}) <(?<process>[\\d.]{3,30})> (?<uid>[\\da-f]{6,40}) ${word('host')} (?<client>[\\da-fA-F.:]{2,45}) ${word('user')} (?<method>[A-Z]{3,16}) (?<target>/\\S{0,8192}) (?<status>\\d{3}) (?<stop>\\S{1,256}) (?<ms>\\d{1,12})$`,
    ),
    read: readCouch,
  },
  {
    // Windows' HTTP.sys, of requests that it answers itself: `2026-01-15 12:00:00 203.0.113.7 52160 198.51.100.1 80 HTTP/1.1 GET /a 503 1 ConnLimit shop`
    begins: digits,
    pattern: new RegExp(
      `^(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (?<client>[\\da-fA-F.:]{2,45})(?:%\\d{1,5})? (?<client_port>\\d{1,5}) (?<server>[\\da-fA-F.:]{2,45})(?:%\\d{1,5})? (?<server_port>\\d{1,5}) (?<version>HTTP/\\d(?:\\.\\d)?) (?<method>[A-Z]{3,16}) (?<target>/\\S{0,8192}) (?:(?<stream>\\d{1,10}|-) )?(?<status>\\d{3}) (?<site>\\d{1,10}|-) (?<reason>[\\w-]{1,64}) ${word('queue')}$`,
    ),
    read: readHttpSys,
  },
];

function readProxyManager(groups: Groups, { facts, http, rest }: Request, { config }: EventContext): void {
  const { time: originalTime = '', method = '', target = '', cache, upstream, gzip, sent_to: sentTo } = groups;
  const { time, timezoneOffset } = bracketedTime(originalTime, config.zone);
  Object.assign(facts, { originalTime, timezoneOffset, message: `${method} ${target}` });
  if (!Number.isNaN(time)) facts.time = time;
  takeMethod(http, method);
  takeTarget(http, target);
  takeScheme(http, groups['scheme']);
  takeServer(http, groups['host']);
  takeClient(http, groups['client']);
  takeResponseBytes(http, Number(groups['sent']));
  if (!isNothing(groups['agent'])) takeUserAgent(http, groups['agent']);
  if (!isNothing(groups['referrer'])) takeReferrer(http, groups['referrer']);
  rest['proxy'] = fieldsOf({ cache, upstream_status: upstream, gzip, sent_to: sentTo });
}

function readCouch(groups: Groups, { facts, http, rest }: Request, context: EventContext): void {
  const { method = '', target = '', node, process, stop } = groups;
  setTime(facts, groups['time'] ?? '', context);
  facts.message = `${method} ${target}`;
  facts.level = groups['level'];
  facts.severityId = severityOfName(groups['level'] ?? '');
  takeMethod(http, method);
  takeTarget(http, target);
  takeServer(http, groups['host']);
  takeClient(http, groups['client']);
  takeUser(http, groups['user']);
  http.requestUid = groups['uid'];
  http.durationMs = Number(groups['ms']);
  rest['couchdb'] = { node, process, stop };
}

function readHttpSys(groups: Groups, { facts, http, rest }: Request, context: EventContext): void {
  const { method = '', target = '', stream, site, reason, queue } = groups;
  setTime(facts, groups['time'] ?? '', context);
  facts.message = `${method} ${target}`;
  takeMethod(http, method);
  takeTarget(http, target);
  takeVersion(http, groups['version']);
  takeClient(http, groups['client']);
  takeClientPort(http, Number(groups['client_port']));
  takeServer(http, groups['server']);
  takeServerPort(http, Number(groups['server_port']));
  rest['http_sys'] = fieldsOf({ stream, site, reason, queue });
}

/** Those that say something. */
function fieldsOf(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => !isNothing(entry[1])));
}
