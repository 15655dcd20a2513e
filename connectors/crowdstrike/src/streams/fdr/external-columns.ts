import type { EmittedClass } from '@sluice/connector';
import { findingColumns, laterFindingColumns } from '../../detection/columns.ts';
import { fileAt } from '../../falcon/columns.ts';
import { apiColumns, entityColumns, misconfigurationColumns, userChangeColumns } from '../event-streams/columns.ts';
import { deviceColumns } from './device-columns.ts';

/** Columns of what the console and the cloud tell by the feed, behind those of what the sensors tell. Append only. */
const metadata = ['metadata.event_code', 'metadata.tenant_uid', 'metadata.logged_time'];

export const externalAuthentication: readonly string[] = [
  'user.email_addr',
  'service.name',
  'is_mfa',
  'dst_endpoint.hostname',
];

export const externalAccountChange: readonly string[] = [
  'actor.user.name',
  'actor.user.email_addr',
  'actor.app_uid',
  'user.email_addr',
  'src_endpoint.ip',
];

export const externalConnection: readonly string[] = ['device.mac', 'actor.process.cmd_line'];

/** Those that detections of sensors have too. */
const ofSensors = new Set([
  ...['uid', 'title', 'analytic.uid', 'analytic.type_id', 'analytic.type'].map((name) => `finding_info.${name}`),
  'finding_info.attacks[].tactic.name',
  'finding_info.attacks[].technique.name',
  ...[
    'uid',
    'ip',
    'hostname',
    'name',
    'domain',
    'type_id',
    'type',
    'os.name',
    'os.type_id',
    'os.type',
    'first_seen_time',
  ].map((name) => `device.${name}`),
  ...['uid', 'name', 'domain'].map((name) => `evidences[].actor.user.${name}`),
  ...fileAt('evidences[].file'),
  'evidences[].src_endpoint.ip',
  ...metadata,
]);

export const externalFinding: readonly string[] = [...findingColumns, ...laterFindingColumns].filter(
  (column) => !ofSensors.has(column),
);

export const externalClasses: readonly EmittedClass[] = [
  {
    class: 'api_activity',
    profiles: [],
    columns: [
      ...metadata,
      ...['name', 'email_addr'].map((name) => `actor.user.${name}`),
      'api.operation',
      'api.service.name',
      'src_endpoint.ip',
      ...apiColumns,
    ],
  },
  {
    class: 'compliance_finding',
    profiles: ['host', 'cloud'],
    columns: [...metadata, ...misconfigurationColumns, ...deviceColumns],
  },
  { class: 'entity_management', profiles: ['host'], columns: [...metadata, ...entityColumns, ...deviceColumns] },
  {
    class: 'user_access',
    profiles: ['host'],
    columns: [...metadata, ...userChangeColumns, 'privileges[]', ...deviceColumns],
  },
];
