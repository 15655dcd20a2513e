import { isIP } from 'node:net';
import type { MapContext, MapResult } from '@sluice/connector';

export type Fields = Record<string, unknown>;

/** What a careful author writes: absent values left out, types checked, the rest kept in unmapped. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' || value === '-' || value.length > 65_535 ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function whole(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
}

export function port(value: unknown): number | undefined {
  const number = whole(value);
  return number !== undefined && number >= 0 && number <= 65_535 ? number : undefined;
}

export function address(value: unknown): string | undefined {
  return typeof value === 'string' && isIP(value) !== 0 ? value : undefined;
}

/** An object of those values that are there; undefined where none is. */
export function some(fields: Fields): Fields | undefined {
  let result: Fields | undefined;
  for (const name in fields) if (fields[name] !== undefined) (result ??= {})[name] = fields[name];
  return result;
}

export function restOf(fields: Fields, taken: ReadonlySet<string>): Fields | undefined {
  let rest: Fields | undefined;
  for (const name in fields)
    if (!taken.has(name) && text(fields[name]) !== undefined) (rest ??= {})[name] = fields[name];
  return rest;
}

const httpActivities = new Map([
  ['GET', 3],
  ['POST', 6],
  ['PUT', 7],
  ['DELETE', 2],
  ['HEAD', 4],
  ['OPTIONS', 5],
]);
const httpTaken = new Set(
  'time remote_addr remote_port host method uri args protocol status bytes_sent request_length request_time user_agent referrer'.split(
    ' ',
  ),
);

export function mapHttp(record: unknown): MapResult {
  if (typeof record !== 'object' || record === null) return { reject: 'not_an_object' };
  const r = record as Fields;
  const host = text(r['host']);
  const status = whole(r['status']);
  const method = text(r['method']);
  if (host === undefined || status === undefined || method === undefined) return { reject: 'required_missing' };
  const event: Fields & { class_uid: number } = {
    class_uid: 4002,
    activity_id: httpActivities.get(method.toUpperCase()) ?? 99,
    severity_id: 1,
  };
  const time = typeof r['time'] === 'string' ? Date.parse(r['time']) : Number.NaN;
  if (!Number.isNaN(time)) event['time'] = time;
  const source = some({ ip: address(r['remote_addr']), port: port(r['remote_port']) });
  if (source !== undefined) event['src_endpoint'] = source;
  event['dst_endpoint'] = { hostname: host };
  const path = text(r['uri']);
  const url = path === undefined ? undefined : some({ path, query_string: text(r['args']), hostname: host });
  const request = some({
    http_method: method,
    user_agent: text(r['user_agent']),
    referrer: text(r['referrer']),
    version: text(r['protocol']),
    length: whole(r['request_length']),
    url,
  });
  if (request !== undefined) event['http_request'] = request;
  const length = whole(r['bytes_sent']);
  event['http_response'] = length === undefined ? { code: status } : { code: status, length };
  if (typeof r['request_time'] === 'number') event['duration'] = Math.round(r['request_time'] * 1000);
  if (path !== undefined) event['message'] = `${method} ${path} ${status}`;
  const unmapped = restOf(r, httpTaken);
  if (unmapped !== undefined) event['unmapped'] = unmapped;
  return event;
}

const pair = /([^\s=]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g;
const firewallActivities = new Map([
  ['accept', 1],
  ['close', 2],
  ['deny', 5],
  ['timeout', 4],
]);
const firewallActions = new Map([
  ['accept', 1],
  ['close', 1],
  ['deny', 2],
]);
const firewallLevels = new Map([
  ['notice', 1],
  ['warning', 3],
  ['alert', 4],
]);
const firewallTaken = new Set(
  'action level eventtime srcip srcport srcintf dstip dstport dstintf proto sessionid sentbyte rcvdbyte sentpkt rcvdpkt duration app policyid policyname'.split(
    ' ',
  ),
);

export function mapFirewall(record: string): MapResult {
  const r: Fields = {};
  for (const match of record.matchAll(pair)) r[match[1] ?? ''] = match[2] ?? match[3];
  if (r['type'] !== 'traffic') return { reject: 'no_rule_applies' };
  const target = address(r['dstip']);
  if (target === undefined) return { reject: 'required_missing' };
  const action = text(r['action']) ?? '';
  const event: Fields & { class_uid: number } = {
    class_uid: 4001,
    activity_id: firewallActivities.get(action) ?? 99,
    action_id: firewallActions.get(action) ?? 0,
    severity_id: firewallLevels.get(text(r['level']) ?? '') ?? 0,
  };
  const seconds = whole(r['eventtime']);
  if (seconds !== undefined) event['time'] = seconds * 1000;
  const source = some({ ip: address(r['srcip']), port: port(r['srcport']), interface_name: text(r['srcintf']) });
  if (source !== undefined) event['src_endpoint'] = source;
  event['dst_endpoint'] = some({ ip: target, port: port(r['dstport']), interface_name: text(r['dstintf']) });
  const session = text(r['sessionid']);
  event['connection_info'] = some({
    direction_id: 2,
    protocol_num: whole(r['proto']),
    session: session === undefined ? undefined : { uid: session },
  });
  const traffic = some({
    bytes_out: whole(r['sentbyte']),
    bytes_in: whole(r['rcvdbyte']),
    packets_out: whole(r['sentpkt']),
    packets_in: whole(r['rcvdpkt']),
  });
  if (traffic !== undefined) event['traffic'] = traffic;
  const duration = whole(r['duration']);
  if (duration !== undefined) event['duration'] = duration * 1000;
  const app = text(r['app']);
  if (app !== undefined) event['app_name'] = app;
  const rule = some({ uid: text(r['policyid']), name: text(r['policyname']) });
  if (rule !== undefined) event['firewall_rule'] = rule;
  const unmapped = restOf(r, firewallTaken);
  if (unmapped !== undefined) event['unmapped'] = unmapped;
  return event;
}

const line = /^<(\d{1,3})>(\w{3} [ \d]\d \d\d:\d\d:\d\d) (\S+) ([^[: ]+)(?:\[(\d+)\])?: (.*)$/;
const failed = /^Failed (\S+) for (?:invalid user )?(\S+) from (\S+) port (\d+) ssh2$/;
const accepted = /^Accepted (\S+) for (\S+) from (\S+) port (\d+) ssh2(?:: (.+))?$/;

export function mapSshd(record: string, context: MapContext<unknown>): MapResult {
  const head = line.exec(record);
  const message = head?.[6] ?? '';
  const bad = head === null ? null : failed.exec(message);
  const good = head === null || bad !== null ? null : accepted.exec(message);
  const match = bad ?? good;
  if (head === null || match === null) return { class_uid: 0, activity_id: 0, severity_id: 1, message: record };
  const event: Fields & { class_uid: number } = { class_uid: 3002, severity_id: 1 };
  const time = timeOf(head[2] ?? '', context.receivedAt);
  if (time !== undefined) event['time'] = time;
  event['service'] = { name: head[4] };
  event['message'] = message;
  event['activity_id'] = 1;
  event['status_id'] = bad === null ? 1 : 2;
  event['user'] = { name: match[2] };
  const source = some({ ip: address(match[3]), port: port(match[4]) });
  if (source !== undefined) event['src_endpoint'] = source;
  event['auth_protocol'] = match[1];
  event['raw_data'] = record;
  const rest = { line: some({ pri: head[1], host: head[3], pid: head[5] }) };
  event['unmapped'] = good?.[5] === undefined ? rest : { ...rest, accepted: { key: good[5] } };
  return event;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function timeOf(said: string, receivedAt: number): number | undefined {
  const month = months.indexOf(said.slice(0, 3));
  if (month === -1) return undefined;
  const year = new Date(receivedAt).getUTCFullYear();
  const [day, hours, minutes, seconds] = [
    +said.slice(4, 6),
    +said.slice(7, 9),
    +said.slice(10, 12),
    +said.slice(13, 15),
  ];
  const ms = Date.UTC(year, month, day, hours, minutes, seconds);
  return ms > receivedAt + 7 * 86_400_000 ? Date.UTC(year - 1, month, day, hours, minutes, seconds) : ms;
}
