import type { Stream } from '@sluice/connector';
import { emits } from './columns.ts';
import { eventStreamsConfig, type EventStreamsConfig } from './config.ts';
import { mapStreamEvent } from './map.ts';
import { readEventStreams } from './read.ts';

export const eventStreams: Stream<EventStreamsConfig, 'json'> = {
  name: 'event_streams',
  description:
    'Detections, incidents, firewall matches and the audit trail of the console, as they happen (Event Streams API).',
  config: eventStreamsConfig,
  delivery: 'at-least-once',
  format: 'json',
  emits,
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
