import type { Stream } from '@sluice/connector';
import { eventsConfig, type EventsConfig } from './config.ts';
import { emits, mapEvent } from './map.ts';
import { readEvents } from './read.ts';

/** Logins of example-http-api. */
export const events: Stream<EventsConfig> = {
  name: 'events',
  description: 'Logins, page by page from an HTTP API.',
  config: eventsConfig,
  delivery: 'at-least-once',
  format: 'json',
  emits,
  read: readEvents,
  map: mapEvent,
};
