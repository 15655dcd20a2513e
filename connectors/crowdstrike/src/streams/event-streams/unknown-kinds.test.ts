import type { MapContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import type { EventStreamsConfig } from './config.ts';
import { mapStreamEvent } from './map.ts';

type Fields = Readonly<Record<string, unknown>>;

const context = { config: {}, receivedAt: 0, origin: { transport: 'https' } } as MapContext<EventStreamsConfig>;

test('an event that says nothing of its kind is kept, of a kind that nobody knows', () => {
  const kept = (metadata: Fields, event?: unknown): unknown => mapStreamEvent({ metadata, event }, context);
  const unknown = { class_uid: 0, activity_id: 0, severity_id: 0, message: 'unknown' };
  expect(kept({ offset: 7 }, { Said: 'x' })).toMatchObject({
    ...unknown,
    metadata: { log_name: 'unknown', sequence: 7 },
    unmapped: { Said: 'x' },
  });
  expect(kept({ eventType: '' })).toMatchObject({ class_uid: 0 });
  expect(kept({})).toMatchObject(unknown);
  expect(kept({ eventType: 'SomethingNewEvent' })).toMatchObject({
    class_uid: 0,
    message: 'SomethingNewEvent',
    metadata: { log_name: 'SomethingNewEvent' },
  });
  expect(kept({ eventType: 'SomethingNewEvent' }, { DetectionId: '7', Description: 'x' })).toMatchObject({
    class_uid: 0,
    unmapped: { DetectionId: '7', Description: 'x' },
  });
  expect(kept({ customerIDString: 'c-1', offset: 'x' })).toMatchObject({
    metadata: { tenant_uid: 'c-1' },
    unmapped: { metadata: { offset: 'x' } },
  });
});
