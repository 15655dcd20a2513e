import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['2026-01-14 09:12:01 UTC', 9],
  ['2026-01-14 09:12:01', 8],
])('where the clock shows %s, it is %i in UTC, whatever zone is configured', (written, hour) => {
  const fields = `pri=6 c=262144 m=98 msg="Connection Opened" src=192.0.2.7:4711:X0 dst=198.51.100.2:443:X1 proto=tcp/https`;
  const text = `<134>id=firewall sn=0006B1000000 time="${written}" fw=203.0.113.1 ${fields}`;
  const { event, problems } = mapRecord(text, { config: { timezone: 'Europe/Berlin' } });
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ time: Date.UTC(2026, 0, 14, hour, 12, 1) });
});
