import type { EmittedClass } from '@sluice/connector';

const metadata = ['metadata.log_level', 'metadata.correlation_uid', 'timezone_offset'];
const cloud = ['cloud.provider', 'cloud.region', 'cloud.account.uid', 'cloud.account.type_id', 'cloud.account.type'];

const request = [
  'http_request.http_method',
  'http_request.url.url_string',
  'http_request.url.scheme',
  'http_request.url.hostname',
  'http_request.url.port',
  'http_request.url.path',
  'http_request.url.query_string',
  'http_request.version',
  'http_request.user_agent',
  'http_request.referrer',
  'http_request.uid',
  'http_request.length',
  'http_request.x_forwarded_for[]',
];

const http = [
  ...request,
  'http_response.code',
  'http_response.length',
  'http_response.latency',
  'http_response.content_type',
  'src_endpoint.ip',
  'src_endpoint.hostname',
  'src_endpoint.port',
  'dst_endpoint.hostname',
  'dst_endpoint.ip',
  'dst_endpoint.port',
  'dst_endpoint.name',
  'dst_endpoint.svc_name',
  'actor.user.name',
  'actor.user.uid',
  'duration',
];

const authentication = [
  'user.name',
  'user.uid',
  'service.name',
  'src_endpoint.ip',
  'src_endpoint.hostname',
  'src_endpoint.port',
  'dst_endpoint.hostname',
  'dst_endpoint.ip',
  'dst_endpoint.port',
  'dst_endpoint.name',
  ...request,
  'duration',
];

const applicationLifecycle = ['app.name', 'app.vendor_name', 'app.version'];

const networkActivity = [
  'src_endpoint.ip',
  'src_endpoint.hostname',
  'src_endpoint.port',
  'dst_endpoint.svc_name',
  'connection_info.protocol_name',
  'connection_info.protocol_num',
  'connection_info.direction_id',
  'connection_info.direction',
  'traffic.bytes_in',
  'duration',
  'dst_endpoint.ip',
  'dst_endpoint.port',
];

/** Append only: the order is the order of the columns in every object from the first to the last. */
export const emits: readonly EmittedClass[] = [
  { class: 'http_activity', profiles: ['cloud', 'host'], columns: [...metadata, ...cloud, ...http] },
  { class: 'authentication', profiles: ['cloud'], columns: [...metadata, ...cloud, ...authentication] },
  { class: 'base_event', profiles: ['cloud'], columns: [...metadata, ...cloud] },
  { class: 'application_lifecycle', profiles: ['cloud'], columns: [...metadata, ...cloud, ...applicationLifecycle] },
  { class: 'network_activity', profiles: ['cloud'], columns: [...metadata, ...cloud, ...networkActivity] },
];
