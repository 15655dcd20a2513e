import type { EmittedClass } from '@sluice/connector';
import { findingColumns, laterFindingColumns, lookupColumns } from '../../detection/columns.ts';
import { findingProfiles } from '../../detection/finding.ts';

const metadata = ['metadata.tenant_uid', 'metadata.sequence'];
const logged = 'metadata.logged_time';
const user = ['name', 'email_addr'];

/** What an API Activity of the audit trail has beside its user, in the order in which it came to have it. */
export const apiColumns: readonly string[] = [
  'actor.app_uid',
  'http_request.http_method',
  'http_request.url.path',
  'http_request.url.hostname',
  'http_request.user_agent',
];

export const entityColumns: readonly string[] = [
  ...user.map((name) => `actor.user.${name}`),
  'actor.app_uid',
  'entity.name',
  'entity.uid',
];

export const userChangeColumns: readonly string[] = [
  ...user.map((name) => `actor.user.${name}`),
  'actor.app_uid',
  ...user.map((name) => `user.${name}`),
  'user.uid',
  'src_endpoint.ip',
];

export const misconfigurationColumns: readonly string[] = [
  ...['provider', 'region', 'account.uid', 'account.type_id', 'account.type'].map((name) => `cloud.${name}`),
  'finding_info.uid',
  'finding_info.title',
  'finding_info.types[]',
  'finding_info.src_url',
  'finding_info.last_seen_time',
  'compliance.standards[]',
  'compliance.control',
  'compliance.status_id',
  'compliance.status',
  'compliance.status_detail',
  'resources[].uid',
  'resources[].type',
  'resources[].name',
  'resources[].region',
  'finding_info.first_seen_time',
  'compliance.requirements[]',
];

/** Append only: the order is the order of the columns in every object from the first to the last. */
export const emits: readonly EmittedClass[] = [
  {
    class: 'detection_finding',
    profiles: findingProfiles,
    columns: [...findingColumns, 'metadata.sequence', ...laterFindingColumns, ...lookupColumns],
  },
  {
    class: 'authentication',
    profiles: [],
    columns: [
      ...metadata,
      ...user.map((name) => `user.${name}`),
      'service.name',
      'src_endpoint.ip',
      'dst_endpoint.hostname',
      'dst_endpoint.name',
      'is_mfa',
      'is_remote',
      'auth_protocol_id',
      'auth_protocol',
      'session.uid',
      'session.created_time',
      logged,
      'dst_endpoint.uid',
    ],
  },
  {
    class: 'api_activity',
    profiles: [],
    columns: [
      ...metadata,
      ...user.map((name) => `actor.user.${name}`),
      'api.operation',
      'api.service.name',
      'src_endpoint.ip',
      logged,
      ...apiColumns,
    ],
  },
  {
    class: 'network_activity',
    profiles: ['host', 'security_control'],
    columns: [
      ...metadata,
      'action_id',
      'action',
      'disposition_id',
      'disposition',
      'src_endpoint.ip',
      'src_endpoint.port',
      'dst_endpoint.ip',
      'dst_endpoint.port',
      'connection_info.direction_id',
      'connection_info.direction',
      'connection_info.protocol_num',
      'firewall_rule.uid',
      'firewall_rule.name',
      'actor.process.uid',
      'actor.process.name',
      'actor.process.file.name',
      'actor.process.file.path',
      'actor.process.file.parent_folder',
      'actor.process.file.ext',
      'actor.process.file.type_id',
      'actor.process.file.type',
      'device.uid',
      'device.hostname',
      'device.name',
      'device.ip',
      'device.mac',
      'device.domain',
      'device.type_id',
      'device.type',
      logged,
      'actor.process.cmd_line',
    ],
  },
  { class: 'base_event', profiles: [], columns: metadata },
  {
    class: 'compliance_finding',
    profiles: ['host', 'cloud'],
    columns: [...metadata, logged, ...misconfigurationColumns],
  },
  {
    class: 'entity_management',
    profiles: ['host'],
    columns: [...metadata, logged, ...entityColumns],
  },
  { class: 'account_change', profiles: [], columns: [...metadata, logged, ...userChangeColumns] },
  { class: 'user_access', profiles: ['host'], columns: [...metadata, logged, ...userChangeColumns, 'privileges[]'] },
];
