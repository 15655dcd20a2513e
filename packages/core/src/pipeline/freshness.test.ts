import { expect, test } from 'vitest';
import { newStatistics } from '../telemetry.ts';
import { Freshness } from './freshness.ts';

test('the oldest record is that of the flush under way, then that of what is open, then none', () => {
  const statistics = newStatistics();
  const freshness = new Freshness(statistics);
  freshness.took(100);
  freshness.took(200);
  freshness.took(150);
  expect(statistics.oldestUnstoredAt).toBe(100);
  freshness.flushes();
  freshness.took(300);
  expect(statistics.oldestUnstoredAt).toBe(100);
  freshness.stored();
  expect(statistics.oldestUnstoredAt).toBe(300);
  freshness.flushes();
  freshness.stored();
  expect(statistics.oldestUnstoredAt).toBe(0);
});
