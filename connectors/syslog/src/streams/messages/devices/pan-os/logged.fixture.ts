import { expect } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';
import { layouts } from './layout.ts';

type Fields = Readonly<Record<string, string>>;

/** The event of a log of this type with these values in their places. */
export function logged(type: string, fields: Fields): Readonly<Record<string, unknown>> {
  const { names = [] } = layouts.get(type) ?? {};
  const all: Fields = {
    future: '1',
    receive_time: '2026/01/14 09:12:01',
    serial: '0123',
    type,
    time_generated: '2026/01/14 09:12:00',
    ...fields,
  };
  const values = names.map((name) => `"${(all[name] ?? '').replaceAll('"', '""')}"`.replace(/^"([^",]*)"$/, '$1'));
  const { event, problems } = mapRecord(`<14>Jan 14 09:12:01 fw1 ${values.join(',')}`);
  expect(problems).toEqual([]);
  return event;
}
