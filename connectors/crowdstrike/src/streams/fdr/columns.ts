import type { EmittedClass } from '@sluice/connector';
import { lookupColumns } from '../../detection/columns.ts';
import { fileAt, hashesAt, userAt } from '../../falcon/columns.ts';
import { deviceColumns as device } from './device-columns.ts';
import {
  externalAccountChange,
  externalAuthentication,
  externalClasses,
  externalConnection,
  externalFinding,
} from './external-columns.ts';

const metadata = ['metadata.product.version', 'metadata.event_code', 'metadata.tenant_uid', 'metadata.logged_time'];

/** The process that did it. */
function contextAt(path: string): readonly string[] {
  return [`${path}.uid`, `${path}.pid`, `${path}.name`, ...fileAt(`${path}.file`)];
}

const actor = [...contextAt('actor.process'), ...userAt('actor.user'), 'actor.session.uid'];
const common = [...metadata, ...device, ...actor];

const process = [
  'process.uid',
  'process.pid',
  'process.name',
  'process.cmd_line',
  'process.created_time',
  'process.terminated_time',
  'process.integrity_id',
  'process.integrity',
  'process.session.uid',
  'process.parent_process.uid',
  'process.parent_process.name',
  ...userAt('process.user'),
  ...fileAt('process.file'),
  ...hashesAt('process.file'),
];

/** Who uses the host. */
const owner = ['device.owner.name', 'device.owner.email_addr'];

const endpoint = (path: string): readonly string[] => [
  `${path}.uid`,
  `${path}.name`,
  `${path}.hostname`,
  `${path}.ip`,
  `${path}.port`,
];

const image = ['company_name', 'version', 'size'];

/** Append only: the order is the order of the columns in every object from the first to the last. */
export const emits: readonly EmittedClass[] = [
  {
    class: 'process_activity',
    profiles: [],
    columns: [
      ...common,
      ...process,
      ...hashesAt('actor.process.file'),
      'exit_code',
      'injection_type_id',
      'injection_type',
      'requested_permissions',
      'module.load_type_id',
      'module.load_type',
      'module.start_address',
      ...fileAt('module.file'),
      'actor.process.cmd_line',
      ...owner,
    ],
  },
  {
    class: 'dns_activity',
    profiles: ['host'],
    columns: [
      ...common,
      'query.hostname',
      'query.type',
      'answers[].rdata',
      'answers[].type',
      'rcode_id',
      'rcode',
      'src_endpoint.uid',
      'src_endpoint.ip',
      'dst_endpoint.ip',
      ...owner,
    ],
  },
  {
    class: 'network_activity',
    profiles: ['host'],
    columns: [
      ...common,
      ...endpoint('src_endpoint'),
      ...endpoint('dst_endpoint'),
      'connection_info.direction_id',
      'connection_info.direction',
      'connection_info.protocol_num',
      'connection_info.protocol_name',
      'connection_info.protocol_ver_id',
      'connection_info.protocol_ver',
      ...externalConnection,
      ...owner,
    ],
  },
  {
    class: 'file_activity',
    profiles: [],
    columns: [
      ...common,
      ...['file', 'file_result'].flatMap((path) => [...fileAt(path), `${path}.size`, `${path}.uid`, ...hashesAt(path)]),
      'access_mask',
      ...owner,
      'actor.process.cmd_line',
    ],
  },
  {
    class: 'authentication',
    profiles: ['host'],
    columns: [
      ...metadata,
      ...device,
      ...userAt('user'),
      'logon_type_id',
      'logon_type',
      'is_remote',
      'is_cleartext',
      'auth_protocol_id',
      'auth_protocol',
      ...endpoint('src_endpoint'),
      'dst_endpoint.uid',
      'dst_endpoint.name',
      'session.uid',
      'session.created_time',
      'session.issuer',
      ...contextAt('logon_process'),
      ...externalAuthentication,
    ],
  },
  {
    class: 'registry_value_activity',
    profiles: [],
    columns: [
      ...common,
      'reg_value.path',
      'reg_value.name',
      'reg_value.is_default',
      'reg_value.type_id',
      'reg_value.type',
      'reg_value.data',
      ...owner,
      'actor.process.cmd_line',
    ],
  },
  {
    class: 'registry_key_activity',
    profiles: [],
    columns: [...common, 'reg_key.path', ...owner, 'actor.process.cmd_line'],
  },
  {
    class: 'module_activity',
    profiles: [],
    columns: [
      ...common,
      'actor.process.cmd_line',
      'module.type',
      'module.load_type_id',
      'module.load_type',
      'module.base_address',
      ...fileAt('module.file'),
      ...hashesAt('module.file'),
      ...image.map((name) => `module.file.${name}`),
      ...owner,
    ],
  },
  {
    class: 'kernel_extension',
    profiles: [],
    columns: [
      ...common,
      ...fileAt('driver.file'),
      ...hashesAt('driver.file'),
      ...image.map((name) => `driver.file.${name}`),
      ...owner,
    ],
  },
  {
    class: 'win_service_activity',
    profiles: [],
    columns: [
      ...common,
      'win_service.name',
      'win_service.cmd_line',
      'win_service.load_order_group',
      'win_service.service_start_name',
      'win_service.service_type_id',
      'win_service.service_type',
      'win_service.service_start_type_id',
      'win_service.service_start_type',
      'win_service.service_error_control_id',
      'win_service.service_error_control',
      ...owner,
    ],
  },
  {
    class: 'scheduled_job_activity',
    profiles: [],
    columns: [...common, 'job.name', 'job.cmd_line', ...fileAt('job.file'), ...owner],
  },
  {
    class: 'account_change',
    profiles: ['host'],
    columns: [...metadata, ...device, ...userAt('user'), ...contextAt('actor.process'), ...externalAccountChange],
  },
  {
    class: 'group_management',
    profiles: ['host'],
    columns: [...metadata, ...device, ...userAt('user'), 'group.uid', ...contextAt('actor.process')],
  },
  {
    class: 'detection_finding',
    profiles: ['host', 'security_control', 'cloud'],
    columns: [
      ...metadata,
      ...device,
      'finding_info.uid',
      'finding_info.title',
      'finding_info.analytic.uid',
      'finding_info.analytic.type_id',
      'finding_info.analytic.type',
      'finding_info.attacks[].tactic.name',
      'finding_info.attacks[].technique.name',
      ...contextAt('evidences[].actor.process'),
      'evidences[].actor.process.cmd_line',
      ...hashesAt('evidences[].actor.process.file'),
      ...userAt('evidences[].actor.user'),
      'evidences[].actor.session.uid',
      ...fileAt('evidences[].file'),
      'evidences[].src_endpoint.ip',
      ...externalFinding,
      ...owner,
      ...lookupColumns,
    ],
  },
  {
    class: 'inventory_info',
    profiles: [],
    columns: [
      ...metadata,
      ...device,
      'device.mac',
      'device.is_managed',
      'device.hw_info.cpu_count',
      'device.hw_info.ram_size',
      ...['type_id', 'type', 'ip', 'mac', 'name'].map((name) => `device.network_interfaces[].${name}`),
      ...owner,
    ],
  },
  { class: 'user_inventory', profiles: [], columns: [...metadata, ...userAt('user')] },
  { class: 'base_event', profiles: [], columns: metadata },
  { class: 'config_state', profiles: [], columns: [...metadata, ...device, ...owner] },
  {
    class: 'device_config_state_change',
    profiles: [],
    columns: [...metadata, ...device, ...actor, 'actor.process.cmd_line', ...owner],
  },
  ...externalClasses,
  { class: 'event_log', profiles: [], columns: [...common, ...fileAt('file'), 'log_name', ...owner] },
];
