import type { MappedEvent } from '@sluice/connector';
import { expect } from 'vitest';
import { createRecordMapper } from './map.ts';

const mapRecord = createRecordMapper();

/** The least that a finding has. */
export const finding: { readonly Id: string; readonly AwsAccountId: string } = {
  Id: 'f-1',
  AwsAccountId: '111122223333',
};

/** The one event of a record. */
export function eventOf(record: unknown): MappedEvent {
  const result = mapRecord(record);
  const [event, ...others]: readonly unknown[] = Array.isArray(result) ? result : [];
  expect(others).toEqual([]);
  return event as MappedEvent;
}

/** What stands at a path such as `resources.0.uid`. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((found, name) => (found as Readonly<Record<string, unknown>> | undefined)?.[name], value);
}
