import type { KnownFields } from './field-tree.ts';
import {
  takeDurationWithUnit,
  takeMethod,
  takeTarget,
  takeRequest,
  takeQuery,
  takeMarkedQuery,
  takeScheme,
  takeVersion,
  takeStatus,
  takeUserAgent,
  takeReferrer,
  takeRequestUid,
  takeRequestBytes,
  takeResponseBytes,
  takeContentType,
} from './http-exchange.ts';
import {
  takeClient,
  takeClientAddress,
  takeClientPort,
  takeForwardedFor,
  takeServer,
  takeServerName,
  takeServerPort,
  takeUser,
  takeUserUid,
} from './http-parties.ts';
import { taking, takingDuration } from './take-http.ts';

/**
 * What a record of an HTTP request says, under the names of pino-http, express-winston, morgan, ECS, OpenTelemetry,
 * nginx's and Apache's JSON formats, Caddy, Traefik, Envoy, Google Cloud, Kong, AWS' API Gateway and Cloudflare.
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
  [taking(takeMethod), ['ClientRequestMethod']],
  [taking(takeTarget), ['ClientRequestURI', 'resourcePath']],
  [taking(takeStatus), ['EdgeResponseStatus']],
  [taking(takeUserAgent), ['ClientRequestUserAgent']],
  [taking(takeReferrer), ['ClientRequestReferer']],
  [taking(takeServer), ['ClientRequestHost']],
  [taking(takeClient), ['ClientIP']],
  [taking(takeResponseBytes), ['EdgeResponseBytes', 'responseLength', 'response.size']],
  [takingDuration(1), ['latencies.request']],
  [taking(takeRequest), ['request']],
  [taking(takeQuery), ['url.query', 'args', 'query_string', 'queryString']],
  [taking(takeMarkedQuery), ['query']],
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
    [
      'StatusCode',
      'meta.res.statusCode',
      'response.statusCode',
      'response.status_code',
      'responseStatus',
      'res.status',
    ],
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
      'request_User-Agent',
      'req.headers.User-Agent',
      'agent',
    ],
  ],
  [taking(takeReferrer), ['referrer', 'referer', 'http_referer', 'http_referrer', 'http.request.referrer']],
  [taking(takeReferrer), ['req.headers.referer', 'request.headers.Referer', 'httpRequest.referer', 'request_Referer']],
  [taking(takeRequestUid), ['request_id', 'requestId', 'req.id', 'reqId', 'req_id', 'http.request.id', 'request.id']],
  [taking(takeRequestBytes), ['http.request.bytes', 'bytes_received', 'request_length', 'request.size']],
  [
    taking(takeResponseBytes),
    ['body_bytes_sent', 'bytes_sent', 'http.response.bytes', 'http.response.body.bytes', 'size', 'bytes', 'bytesSent'],
  ],
  [
    taking(takeResponseBytes),
    ['res.contentLength', 'content_length', 'contentLength', 'DownstreamContentSize', 'httpRequest.responseSize'],
  ],
  [taking(takeResponseBytes), ['responseSize', 'response_size', 'res.headers.content-length']],
  [
    taking(takeContentType),
    ['res.headers.content-type', 'http.response.mime_type', 'sent_http_content_type', 'downstream_Content-Type'],
  ],
  [
    takingDuration(1),
    ['responseTime', 'response_time_ms', 'responseTimeMs', 'durationMs', 'duration_ms', 'latencyMs', 'latency_ms'],
  ],
  [
    takingDuration(1),
    [
      'Elapsed',
      'ElapsedMilliseconds',
      'meta.responseTime',
      'elapsedMs',
      'elapsed_ms',
      'time_taken_ms',
      'request_time_ms',
    ],
  ],
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
  [
    taking(takeClient),
    ['source_ip', 'sourceIp', 'remoteAddr', 'remoteIP', 'network.client.ip', 'ipAddress', 'ip_address'],
  ],
  [taking(takeClient), ['source.address', 'client.address', 'remote_host', 'downstream_remote_address', 'client_addr']],
  [taking(takeClient), ['request.remote_addr', 'ClientAddr', 'req.remote_addr', 'remoteHost', 'clientAddress']],
  [taking(takeClientAddress), ['remote_address', 'remote', 'client', 'peer', 'origin.address', 'fields.remote_addr']],
  [
    taking(takeClientPort),
    ['req.remotePort', 'remote_port', 'client.port', 'source.port', 'request.remote_port', 'ClientPort', 'clientPort'],
  ],
  [
    taking(takeForwardedFor),
    [
      'http_x_forwarded_for',
      'x_forwarded_for',
      'xForwardedFor',
      'req.headers.x-forwarded-for',
      'x-forwarded-for',
      'request_X-Forwarded-For',
      'fwd',
    ],
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
  [taking(takeServerName), ['hostname', 'host.name', 'host.hostname', 'host_name', 'HOSTNAME', 'MachineName']],
  [taking(takeServerPort), ['server_port', 'url.port', 'server.port', 'destination.port']],
  [taking(takeUser), ['remote_user', 'user', 'user.name', 'username', 'userName', 'ClientUsername', 'auth_user']],
  [
    taking(takeUser),
    ['user_name', 'actor.user.name', 'usr.name', 'enduser.id', 'principal', 'fields.user', 'fields.username'],
  ],
  [taking(takeUserUid), ['user.id', 'user_id', 'userId', 'usr.id']],
];
