import type { Stream } from '@sluice/connector';
import { findingColumns, laterFindingColumns, lookupColumns } from '../../detection/columns.ts';
import { findingProfiles } from '../../detection/finding.ts';
import { alertsConfig, type AlertsConfig } from './config.ts';
import { mapAlert } from './map.ts';
import { readAlerts } from './read.ts';

export const alerts: Stream<AlertsConfig, 'json'> = {
  name: 'alerts',
  description: 'Alerts of all Falcon products, each time that one appears or changes (Alerts API v2).',
  config: alertsConfig,
  delivery: 'at-least-once',
  format: 'json',
  emits: [
    {
      class: 'detection_finding',
      profiles: findingProfiles,
      columns: [...findingColumns, ...laterFindingColumns, ...lookupColumns],
    },
  ],
  permissions: [
    {
      system: 'CrowdStrike API scope',
      grant: 'Alerts: read',
      why: 'Finds alerts by the time of their last change, and reads them.',
    },
  ],
  read: readAlerts,
  map: mapAlert,
};
