import { ipOf, isHostname, isPort, splitHostPort } from '../../events/address.ts';
import { noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import type { KnownFields, TakeField } from './field-tree.ts';
import { amountOf, countOf, idOf, textOf } from './values.ts';

/**
 * What a record of an HTTP request says, under the names of pino-http, express-winston, morgan, ECS, OpenTelemetry,
 * nginx's and Apache's JSON formats, Caddy, Traefik, Envoy and Google Cloud.
 */
export const httpFields: KnownFields = [
  [
    taking(takeMethod),
    ['method', 'req.method', 'request.method', 'request_method', 'http.request.method', 'http.method', 'httpMethod'],
  ],
  [
    taking(takeMethod),
    ['meta.req.method', 'http_method', 'RequestMethod', 'httpRequest.requestMethod', 'requestMethod', 'verb'],
  ],
  [
    taking(takeTarget),
    ['url', 'req.originalUrl', 'req.url', 'request.uri', 'request.url', 'request_uri', 'originalUrl', 'path', 'uri'],
  ],
  [
    taking(takeTarget),
    [
      'meta.req.originalUrl',
      'meta.req.url',
      'http.url',
      'http.target',
      'url.full',
      'url.original',
      'url.path',
      'request_path',
    ],
  ],
  [taking(takeTarget), ['request.path', 'requestUrl', 'RequestPath', 'httpRequest.requestUrl', 'http.request.url']],
  [taking(takeRequestLine), ['request']],
  [taking(takeQuery), ['url.query', 'args', 'query_string', 'queryString']],
  [taking(takeScheme), ['scheme', 'url.scheme', 'http.scheme', 'RequestScheme', 'request_scheme']],
  [
    taking(takeVersion),
    ['http.version', 'server_protocol', 'request.proto', 'RequestProtocol', 'httpVersion', 'protocol', 'http_version'],
  ],
  [
    taking(takeVersion),
    ['meta.req.httpVersion', 'req.httpVersion', 'httpRequest.protocol', 'http.flavor', 'request.protocol'],
  ],
  [
    taking(takeStatus),
    ['status', 'statusCode', 'status_code', 'res.statusCode', 'response.status', 'response_code', 'http_status'],
  ],
  [
    taking(takeStatus),
    ['http.response.status_code', 'http.status_code', 'http.statusCode', 'DownstreamStatus', 'httpRequest.status'],
  ],
  [
    taking(takeStatus),
    ['meta.res.statusCode', 'response.statusCode', 'response.status_code', 'responseStatus', 'res.status'],
  ],
  [
    taking(takeUserAgent),
    ['user_agent', 'userAgent', 'http_user_agent', 'req.headers.user-agent', 'user_agent.original', 'user-agent'],
  ],
  [
    taking(takeUserAgent),
    [
      'meta.req.headers.user-agent',
      'request.headers.User-Agent',
      'request.headers.user-agent',
      'http.user_agent',
      'httpRequest.userAgent',
      'agent',
    ],
  ],
  [taking(takeReferrer), ['referrer', 'referer', 'http_referer', 'http_referrer', 'http.request.referrer']],
  [taking(takeReferrer), ['req.headers.referer', 'request.headers.Referer', 'httpRequest.referer']],
  [taking(takeRequestUid), ['request_id', 'requestId', 'req.id', 'reqId', 'req_id', 'http.request.id', 'request.id']],
  [taking(takeRequestBytes), ['http.request.bytes', 'bytes_read', 'bytes_received', 'request_length', 'request.size']],
  [
    taking(takeResponseBytes),
    ['body_bytes_sent', 'bytes_sent', 'http.response.bytes', 'http.response.body.bytes', 'size', 'bytes', 'bytesSent'],
  ],
  [
    taking(takeResponseBytes),
    ['res.contentLength', 'content_length', 'contentLength', 'DownstreamContentSize', 'httpRequest.responseSize'],
  ],
  [taking(takeResponseBytes), ['responseSize', 'response_size', 'res.headers.content-length']],
  [taking(takeContentType), ['res.headers.content-type', 'http.response.mime_type', 'sent_http_content_type']],
  [
    takingDuration(1),
    ['responseTime', 'response_time_ms', 'responseTimeMs', 'durationMs', 'duration_ms', 'latencyMs', 'latency_ms'],
  ],
  [takingDuration(1), ['meta.responseTime', 'elapsedMs', 'elapsed_ms', 'time_taken_ms', 'request_time_ms']],
  [takingDuration(1000), ['request_time', 'duration_s', 'durationSeconds', 'elapsed_seconds']],
  [takingDuration(1e-6), ['event.duration', 'duration_ns', 'durationNs', 'Duration']],
  [taking(takeDurationWithUnit), ['duration', 'latency', 'elapsed', 'took', 'httpRequest.latency']],
  [
    taking(takeClient),
    ['remote_addr', 'remoteAddress', 'client_ip', 'clientIp', 'clientip', 'source.ip', 'client.ip', 'remote_ip', 'ip'],
  ],
  [
    taking(takeClient),
    ['req.remoteAddress', 'request.remote_ip', 'ClientHost', 'httpRequest.remoteIp', 'remoteIp', 'src_ip', 'req.ip'],
  ],
  [taking(takeClient), ['source.address', 'client.address', 'remote_host', 'downstream_remote_address', 'client_addr']],
  [
    taking(takeClientPort),
    ['req.remotePort', 'remote_port', 'client.port', 'source.port', 'request.remote_port', 'ClientPort', 'clientPort'],
  ],
  [
    taking(takeForwardedFor),
    ['http_x_forwarded_for', 'x_forwarded_for', 'xForwardedFor', 'req.headers.x-forwarded-for', 'x-forwarded-for'],
  ],
  [
    taking(takeServer),
    ['req.headers.host', 'http_host', 'server_name', 'request.host', 'host', 'url.domain', 'RequestHost', 'authority'],
  ],
  [
    taking(takeServer),
    ['server.address', 'destination.domain', 'vhost', 'virtual_host', 'http.host', 'destination.ip'],
  ],
  [taking(takeServer), ['server_addr', 'server.ip']],
  [takeServerName, ['hostname', 'host.name', 'host.hostname', 'host_name', 'HOSTNAME', 'MachineName']],
  [taking(takeServerPort), ['server_port', 'url.port', 'server.port', 'destination.port']],
  [taking(takeUser), ['remote_user', 'user', 'user.name', 'username', 'userName', 'ClientUsername', 'auth_user']],
  [taking(takeUserUid), ['user.id', 'user_id', 'userId']],
];

type TakeHttp = (http: HttpFacts, value: unknown) => boolean;

/** `-` and the empty text are how access logs say nothing: such a field is done with. */
function taking(take: TakeHttp): TakeField {
  return (facts: Facts, value: unknown) => value === '-' || value === '' || take((facts.http ??= noHttpFacts()), value);
}

/** Durations are kept in whole ms; a finer one stays in its own field too. */
function takingDuration(msPerUnit: number): TakeField {
  return taking((http, value) => {
    const amount = amountOf(value);
    if (http.durationMs !== undefined || amount === undefined) return false;
    const exact = amount * msPerUnit;
    http.durationMs = Math.round(exact);
    return http.durationMs === exact;
  });
}

const durationWithUnit = /^(\d{1,12}(?:\.\d{1,12})?)(ns|us|µs|ms|s)$/;
const msPer: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000 };

/** `12.5ms`, `0.004s`: a bare number under such a name can be anything. */
function takeDurationWithUnit(http: HttpFacts, value: unknown): boolean {
  const match = typeof value === 'string' && value.length <= 32 ? durationWithUnit.exec(value) : null;
  if (match === null || http.durationMs !== undefined) return false;
  const exact = Number(match[1]) * (msPer[match[2] ?? ''] ?? 1);
  http.durationMs = Math.round(exact);
  return http.durationMs === exact;
}

const methods: ReadonlySet<string> = new Set(
  (
    'GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH QUERY PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK ' +
    'REPORT SEARCH PURGE LINK UNLINK ACL MERGE MKCALENDAR CHECKOUT CHECKIN SUBSCRIBE NOTIFY UNSUBSCRIBE M-SEARCH'
  ).split(' '),
);

function takeMethod(http: HttpFacts, value: unknown): boolean {
  if (typeof value !== 'string' || http.method !== undefined || value.length > 16) return false;
  const method = methods.has(value) ? value : value.toUpperCase();
  if (!methods.has(method)) return false;
  http.method = method;
  return true;
}

function takeTarget(http: HttpFacts, value: unknown): boolean {
  const target = textOf(value);
  if (target === undefined || http.target !== undefined || !isTarget(target)) return false;
  http.target = target;
  return true;
}

function isTarget(text: string): boolean {
  return text.charCodeAt(0) === 47 || text === '*' || /^[a-z][a-z0-9+.-]{0,31}:\/\//i.test(text);
}

/** `GET /path HTTP/1.1`, as nginx gives it in `$request`. */
function takeRequestLine(http: HttpFacts, value: unknown): boolean {
  const line = textOf(value);
  if (line === undefined) return false;
  const [method = '', target = '', protocol = '', ...others] = line.split(' ', 4);
  if (others.length > 0 || !protocol.startsWith('HTTP/')) return false;
  const isNew = takeMethod(http, method);
  const isNewTarget = takeTarget(http, target);
  return takeVersion(http, protocol) && isNew && isNewTarget;
}

function takeQuery(http: HttpFacts, value: unknown): boolean {
  const query = textOf(value);
  if (query === undefined || http.query !== undefined) return false;
  http.query = query.charCodeAt(0) === 63 ? query.slice(1) : query;
  return true;
}

function takeScheme(http: HttpFacts, value: unknown): boolean {
  if (value !== 'http' && value !== 'https') return false;
  http.scheme = value;
  return true;
}

function takeVersion(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || http.version !== undefined) return false;
  const version = text.startsWith('HTTP/') ? text.slice('HTTP/'.length) : text;
  if (!/^\d(?:\.\d)?$/.test(version)) return false;
  http.version = version;
  return true;
}

function takeStatus(http: HttpFacts, value: unknown): boolean {
  const status = countOf(value);
  if (status === undefined || http.status !== undefined || status < 100 || status > 999) return false;
  http.status = status;
  return true;
}

function takeUserAgent(http: HttpFacts, value: unknown): boolean {
  const text = textOf(Array.isArray(value) && value.length === 1 ? value[0] : value);
  if (text === undefined || http.userAgent !== undefined) return false;
  http.userAgent = text;
  return true;
}

function takeReferrer(http: HttpFacts, value: unknown): boolean {
  const text = textOf(Array.isArray(value) && value.length === 1 ? value[0] : value);
  if (text === undefined || http.referrer !== undefined) return false;
  http.referrer = text;
  return true;
}

function takeRequestUid(http: HttpFacts, value: unknown): boolean {
  if (http.requestUid !== undefined) return false;
  http.requestUid = idOf(value);
  return http.requestUid !== undefined;
}

function takeRequestBytes(http: HttpFacts, value: unknown): boolean {
  if (http.requestBytes !== undefined) return false;
  http.requestBytes = countOf(value);
  return http.requestBytes !== undefined;
}

function takeResponseBytes(http: HttpFacts, value: unknown): boolean {
  if (http.responseBytes !== undefined) return false;
  http.responseBytes = countOf(value);
  return http.responseBytes !== undefined;
}

function takeContentType(http: HttpFacts, value: unknown): boolean {
  if (http.contentType !== undefined) return false;
  http.contentType = textOf(value);
  return http.contentType !== undefined;
}

function takeClient(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || http.clientIp !== undefined || http.clientHostname !== undefined) return false;
  const ip = ipOf(text);
  if (ip !== undefined) {
    http.clientIp = ip;
    return true;
  }
  const { host, port } = splitHostPort(text);
  http.clientIp = ipOf(host);
  if (http.clientIp === undefined && isHostname(host)) http.clientHostname = host;
  if (port !== undefined) http.clientPort ??= port;
  return http.clientIp !== undefined || http.clientHostname !== undefined;
}

function takeClientPort(http: HttpFacts, value: unknown): boolean {
  const port = countOf(value);
  if (port === undefined || http.clientPort !== undefined || !isPort(port)) return false;
  http.clientPort = port;
  return true;
}

const maxForwarders = 64;

function takeForwardedFor(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || http.forwardedFor !== undefined) return false;
  const addresses = text.split(',', maxForwarders + 1).map((address) => ipOf(address.trim()));
  if (addresses.length > maxForwarders || !addresses.every((address) => address !== undefined)) return false;
  http.forwardedFor = addresses;
  return true;
}

function takeServer(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined) return false;
  const { host, port } = splitHostPort(text);
  const ip = ipOf(host);
  if (ip !== undefined) {
    if (http.serverIp !== undefined) return false;
    http.serverIp = ip;
  } else {
    if (http.serverHostname !== undefined || !isHostname(host)) return false;
    http.serverHostname = host;
  }
  if (port !== undefined) http.serverPort ??= port;
  return true;
}

/** The machine's own name: in the log of a server, that of the server. */
function takeServerName(facts: Facts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || facts.host !== undefined) return false;
  facts.host = text;
  return true;
}

function takeServerPort(http: HttpFacts, value: unknown): boolean {
  const port = countOf(value);
  if (port === undefined || http.serverPort !== undefined || !isPort(port)) return false;
  http.serverPort = port;
  return true;
}

function takeUser(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || http.user !== undefined) return false;
  http.user = text;
  return true;
}

function takeUserUid(http: HttpFacts, value: unknown): boolean {
  if (http.userUid !== undefined) return false;
  http.userUid = idOf(value);
  return http.userUid !== undefined;
}
