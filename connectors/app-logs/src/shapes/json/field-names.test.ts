import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

/** The names that a fact is known by, where it ends up, and a value with what becomes of it. */
interface Known {
  readonly attribute: string;
  readonly value: unknown;
  readonly expected?: unknown;
  readonly names: string;
}

const target = { value: '/orders', names: '' };
const client = { attribute: 'src_endpoint.ip', value: '192.0.2.7' };
const server = { attribute: 'dst_endpoint.hostname', value: 'www.example.com' };

const ofRequests: readonly Known[] = [
  {
    attribute: 'http_request.http_method',
    value: 'PUT',
    names:
      'method req.method request.method request_method http.request.method http.method httpMethod meta.req.method http_method RequestMethod httpRequest.requestMethod requestMethod verb',
  },
  {
    ...target,
    attribute: 'http_request.url.path',
    names:
      'url req.originalUrl req.url request.uri request.url request_uri originalUrl path uri meta.req.originalUrl meta.req.url http.url http.target url.full url.original url.path request_path request.path requestUrl RequestPath httpRequest.requestUrl http.request.url',
  },
  {
    attribute: 'http_request.url.query_string',
    value: 'a=1',
    names: 'url.query args query_string queryString',
  },
  {
    attribute: 'http_request.url.scheme',
    value: 'https',
    names: 'scheme url.scheme http.scheme RequestScheme request_scheme',
  },
  {
    attribute: 'http_request.version',
    value: 'HTTP/1.1',
    expected: '1.1',
    names:
      'http.version server_protocol request.proto RequestProtocol httpVersion protocol http_version meta.req.httpVersion req.httpVersion httpRequest.protocol http.flavor request.protocol',
  },
  {
    attribute: 'http_response.code',
    value: 201,
    names:
      'status statusCode status_code res.statusCode response.status response_code http_status http.response.status_code http.status_code http.statusCode DownstreamStatus httpRequest.status StatusCode meta.res.statusCode response.statusCode response.status_code responseStatus res.status',
  },
  {
    attribute: 'http_request.user_agent',
    value: 'curl/8',
    names:
      'user_agent userAgent http_user_agent req.headers.user-agent user_agent.original user-agent meta.req.headers.user-agent request.headers.User-Agent request.headers.user-agent http.user_agent httpRequest.userAgent agent',
  },
  {
    attribute: 'http_request.referrer',
    value: 'https://example.com/a',
    names:
      'referrer referer http_referer http_referrer http.request.referrer req.headers.referer request.headers.Referer httpRequest.referer',
  },
  {
    attribute: 'http_request.uid',
    value: 'r-7',
    names: 'request_id requestId req.id reqId req_id http.request.id request.id',
  },
  {
    attribute: 'http_request.length',
    value: 42,
    names:
      'http.request.bytes bytes_received request_length request.size http.request.body.size http.request_content_length httpRequest.requestSize RequestContentSize',
  },
  {
    attribute: 'http_response.length',
    value: '42',
    expected: 42,
    names:
      'body_bytes_sent bytes_sent http.response.bytes http.response.body.bytes size bytes bytesSent res.contentLength content_length contentLength DownstreamContentSize httpRequest.responseSize responseSize response_size res.headers.content-length written_bytes http.response.body.size http.response_content_length',
  },
  {
    attribute: 'http_response.content_type',
    value: 'text/html',
    names: 'res.headers.content-type http.response.mime_type sent_http_content_type',
  },
  {
    attribute: 'duration',
    value: 12,
    names:
      'responseTime response_time_ms responseTimeMs durationMs duration_ms latencyMs latency_ms Elapsed ElapsedMilliseconds meta.responseTime elapsedMs elapsed_ms time_taken_ms request_time_ms',
  },
  {
    attribute: 'duration',
    value: '0.012',
    expected: 12,
    names: 'request_time duration_s durationSeconds elapsed_seconds',
  },
  { attribute: 'duration', value: 12_000_000, expected: 12, names: 'event.duration duration_ns durationNs' },
  { attribute: 'duration', value: '12ms', expected: 12, names: 'duration latency elapsed took httpRequest.latency' },
  {
    ...client,
    names:
      'remote_addr remoteAddress client_ip clientIp clientip source.ip client.ip remote_ip ip req.remoteAddress request.remote_ip ClientHost httpRequest.remoteIp remoteIp src_ip req.ip source_ip sourceIp remoteAddr remoteIP network.client.ip ipAddress ip_address source.address client.address remote_host downstream_remote_address client_addr',
  },
  {
    attribute: 'http_request.x_forwarded_for',
    value: '192.0.2.7, 10.0.0.1',
    expected: ['192.0.2.7', '10.0.0.1'],
    names: 'http_x_forwarded_for x_forwarded_for xForwardedFor req.headers.x-forwarded-for x-forwarded-for fwd',
  },
  {
    ...server,
    names:
      'req.headers.host http_host server_name request.host host url.domain RequestHost authority server.address destination.domain vhost virtual_host http.host',
  },
  {
    attribute: 'dst_endpoint.ip',
    value: '198.51.100.9',
    names: 'server_addr server.ip destination.ip',
  },
  {
    attribute: 'dst_endpoint.name',
    value: 'web1',
    names: 'hostname host.name host.hostname host_name HOSTNAME MachineName',
  },
  {
    attribute: 'actor.user.name',
    value: 'alice',
    names:
      'remote_user user user.name username userName ClientUsername auth_user user_name actor.user.name usr.name enduser.id principal',
  },
  { attribute: 'actor.user.uid', value: 7, expected: '7', names: 'user.id user_id userId usr.id' },
];

/** Ports are said only beside what they are of. */
const ofPorts: readonly Known[] = [
  {
    attribute: 'src_endpoint.port',
    value: 50_022,
    names: 'req.remotePort remote_port client.port source.port request.remote_port ClientPort clientPort',
  },
  { attribute: 'dst_endpoint.port', value: 8443, names: 'server_port url.port server.port destination.port' },
];

const ofRecords: readonly Known[] = [
  {
    attribute: 'time',
    value: '2026-01-15T12:00:00.123Z',
    expected: Date.UTC(2026, 0, 15, 12, 0, 0, 123),
    names:
      '@timestamp timestamp time ts datetime @t timeMillis time_iso8601 Timestamp dt dateTime log_time logTime eventTime event_time asctime StartUTC start_time msec time_local date',
  },
  {
    attribute: 'message',
    value: 'the stock is low',
    names: 'message msg short_message @m @mt log Message body event fields.message',
  },
  {
    attribute: 'severity_id',
    value: 'warn',
    expected: 3,
    names:
      'level severity log.level loglevel log_level lvl levelname @l Level severity_text severityText level_name logLevel LogLevel',
  },
  {
    attribute: 'metadata.log_provider',
    value: 'shop',
    names:
      'logger logger_name loggerName log.logger SourceContext name category Category service service.name serviceName service_name app application app_name appName application_name applicationName dd.service Application',
  },
  {
    attribute: 'metadata.correlation_uid',
    value: 'abc',
    names: 'trace_id traceId trace.id traceid TraceId dd.trace_id correlation_id correlationId X-Correlation-ID',
  },
  { attribute: 'metadata.uid', value: 'e-1', names: 'event.id' },
  { attribute: 'status_id', value: 'failure', expected: 2, names: 'event.outcome outcome' },
  {
    attribute: 'cloud.account.uid',
    value: '111122223333',
    names: 'cloud.account.id aws_account_id awsAccountId accountId account_id',
  },
];

const requestWithout: Readonly<Record<string, readonly [string, unknown]>> = {
  'http_request.http_method': ['requestMethod', 'GET'],
  'http_request.url.path': ['requestUrl', '/else'],
  'http_response.code': ['responseStatus', 204],
};

/** A record of a request in which nothing says the attribute. */
function requestFor(attribute: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(requestWithout)
      .filter(([said]) => said !== attribute)
      .map(([, field]) => field),
  );
}

function nested(name: string, value: unknown): Record<string, unknown> {
  const [first = '', ...others] = name.split('.');
  return { [first]: others.length === 0 ? value : nested(others.join('.'), value) };
}

function at(event: unknown, path: string): unknown {
  let found = event;
  for (const step of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
  return found;
}

const each = (known: readonly Known[]): (Known & { readonly name: string })[] =>
  known.flatMap((one) => one.names.split(' ').map((name) => ({ ...one, name })));

test.each(each(ofRequests))('$attribute of a request is known as $name', ({ attribute, name, value, expected }) => {
  const base = requestFor(attribute);
  for (const fields of [{ [name]: value }, nested(name, value)])
    expect(at(eventOf(JSON.stringify({ ...base, ...fields })), attribute)).toEqual(expected ?? value);
});

test.each(each(ofPorts))('$attribute of a request is known as $name', ({ attribute, name, value }) => {
  const base = { ...requestFor(''), clientIp: '192.0.2.7', vhost: 'www.example.com' };
  for (const fields of [{ [name]: value }, nested(name, value)])
    expect(at(eventOf(JSON.stringify({ ...base, ...fields })), attribute)).toBe(value);
});

test.each(each(ofRecords))('$attribute of a record is known as $name', ({ attribute, name, value, expected }) => {
  // What has no level gives no logger's name, but that of what it is about.
  const base = name === 'name' ? { level: 'info' } : {};
  for (const fields of [{ [name]: value }, nested(name, value)])
    expect(at(eventOf(JSON.stringify({ ...base, ...fields })), attribute)).toEqual(expected ?? value);
});

test.each([
  'email',
  'user.email',
  'userEmail',
  'user_email',
  'actor.name',
  'actor.email',
  'UserName',
  'login',
  'login_id',
])('whose login it is, where no user is named, is known as %s', (name) => {
  const event = eventOf(JSON.stringify({ event: 'login_failed', [name]: 'alice@example.com' }));
  expect(at(event, 'user.name')).toBe('alice@example.com');
  expect(at(event, 'status_id')).toBe(2);
});

test.each([
  'event.action',
  'action',
  'event.name',
  'event_name',
  'eventName',
  'event_type',
  'eventType',
  'evt.name',
  'appevent',
  'event',
  'eventid',
])('a login that a record names is known as %s', (name) => {
  const event = eventOf(JSON.stringify({ [name]: 'login_failed', username: 'alice' }));
  expect([at(event, 'class_uid'), at(event, 'activity_id'), at(event, 'status_id')]).toEqual([3002, 1, 2]);
});

test.each(['success', 'succeeded', 'successful', 'ok', 'allowed', 'granted', 'failure', 'failed', 'fail', 'error'])(
  'what a login came to is known as the result %s',
  (result) => {
    const event = eventOf(JSON.stringify({ action: 'login', username: 'alice', result }));
    expect(at(event, 'status_id')).toBe(/^(?:fail|error)/.test(result) ? 2 : 1);
    expect(at(event, 'unmapped.result')).toBe(result);
  },
);

test('a type in capitals that names a login is one, as of Keycloak, and one of something else is none', () => {
  const typed = (type: string): unknown => at(eventOf(JSON.stringify({ type, username: 'alice' })), 'class_uid');
  expect([typed('LOGIN_ERROR'), typed('LOGOUT'), typed('login'), typed('PAGE')]).toEqual([3002, 3002, 0, 0]);
});
