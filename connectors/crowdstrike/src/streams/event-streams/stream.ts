import type { Stream } from '@sluice/connector';
import { findingColumns } from '../../detection/columns.ts';
import { findingProfiles } from '../../detection/finding.ts';
import { eventStreamsConfig, type EventStreamsConfig } from './config.ts';
import { mapStreamEvent } from './map.ts';
import { readEventStreams } from './read.ts';

const metadata = ['metadata.tenant_uid', 'metadata.sequence'];
const user = ['name', 'email_addr'];

export const eventStreams: Stream<EventStreamsConfig, 'json'> = {
  name: 'event_streams',
  description:
    'Detections, incidents, firewall matches and the audit trail of the console, as they happen (Event Streams API).',
  config: eventStreamsConfig,
  delivery: 'at-least-once',
  format: 'json',
  emits: [
    { class: 'detection_finding', profiles: findingProfiles, columns: [...findingColumns, 'metadata.sequence'] },
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
      ],
    },
    { class: 'base_event', profiles: [], columns: metadata },
  ],
  permissions: [
    {
      system: 'CrowdStrike API scope',
      grant: 'Event streams: read',
      why: 'Finds the feeds of the tenant, keeps their sessions alive and reads them.',
    },
  ],
  read: readEventStreams,
  map: mapStreamEvent,
};
