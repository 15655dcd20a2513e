import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

/** A log of the logging service, read where Berlin's time is configured. */
function logged(extension: string): Readonly<Record<string, unknown>> {
  const text = `<14>Jan 14 09:12:01 fw1 CEF:0|Palo Alto Networks|LF|2.0|TRAFFIC|end|3|${extension} src=192.0.2.7 dst=198.51.100.2`;
  const { event, problems } = mapRecord(text, { config: { timezone: 'Europe/Berlin' } });
  expect(problems).toEqual([]);
  return event;
}

test.each([
  ['dtz=UTC start=Jan 14 2026 09:12:00', 9],
  ['dtz=GMT start=Jan 14 2026 09:12:00', 9],
  ['dtz=CET start=Jan 14 2026 09:12:00', 8],
  ['start=Jan 14 2026 09:12:00', 8],
  ['dtz=UTC rt=Jan 14 2026 09:12:00', 9],
  ['dtz=UTC start=2026-01-14T09:12:00', 9],
  // The year is that in which it was received.
  ['dtz=UTC start=Jan 14 09:12:00', 9],
])('of %s the hour is %i in UTC', (extension, hour) => {
  expect(logged(extension)['time']).toBe(Date.UTC(2026, 0, 14, hour, 12));
});

test('a value that reads like a label is a value, unless it stands where labels do', () => {
  expect(logged('cs1Label=Rule cs1=web out suser=Rule')).toMatchObject({
    firewall_rule: { name: 'web out' },
    actor: { user: { name: 'Rule' } },
  });
  expect(logged('cs1Label=Rule cs1=web out')['unmapped'] ?? {}).not.toHaveProperty('cs1Label');
});

test('a name that every object has is a name like any other', () => {
  expect(logged('constructor=a toString=b')['unmapped']).toMatchObject({ constructor: 'a', toString: 'b' });
});
