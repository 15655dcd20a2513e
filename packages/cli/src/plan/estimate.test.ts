import { defaultFlushRules } from '@sluice/core';
import { expect, test } from 'vitest';
import { estimate, type EstimateInput } from './estimate.ts';

const mebibyte = 1024 * 1024;
const busy: EstimateInput = {
  groups: [{ source: 'web', account: 'external', eventsPerRecord: 1, baseBytes: 10_000, bytesPerEvent: 50 }],
  recordsPerSecond: 1000,
  rules: defaultFlushRules,
  lanes: 1,
  hasRejects: false,
  putPrice: 0.005,
};

test('a steady input makes an object every five minutes: 288 a day', () => {
  const { groups, decidedBy, dollarsPerDay, requestsPerDay } = estimate(busy);
  expect(decidedBy).toBe('max_age');
  expect(groups[0]?.objectsPerDay).toBeCloseTo(288, 1);
  expect(groups[0]?.objectBytes).toBeCloseTo(10_000 + 300_001 * 50, -2);
  expect(requestsPerDay).toBeCloseTo(288, 1);
  expect(dollarsPerDay).toBeCloseTo(0.00144, 5);
});

test('a source that is rarely seen makes no object in flushes without its events', () => {
  const rare = {
    source: 'auth',
    account: 'external',
    eventsPerRecord: 0.000_001,
    baseBytes: 10_000,
    bytesPerEvent: 50,
  };
  const { groups } = estimate({ ...busy, groups: [...busy.groups, rare] });
  // 86.4 events a day; about one object for each flush that has one.
  expect(groups[1]?.eventsPerDay).toBeCloseTo(86.4, 3);
  expect(groups[1]?.objectsPerDay).toBeGreaterThan(70);
  expect(groups[1]?.objectsPerDay).toBeLessThan(86.4);
});

test('a heavy input is cut by size, and its objects go up in parts', () => {
  const { groups, decidedBy, flushSeconds, requestsPerDay } = estimate({ ...busy, recordsPerSecond: 100_000 });
  expect(decidedBy).toBe('max_size');
  expect(flushSeconds).toBeCloseTo((256 * mebibyte) / 5_000_000, 3);
  expect(groups[0]?.objectBytes).toBeCloseTo(256 * mebibyte + 10_000, -3);
  expect(requestsPerDay / (groups[0]?.objectsPerDay ?? 1)).toBeCloseTo(19, 0);
});

test('many sources together are cut by what may be spilled', () => {
  const groups = Array.from({ length: 20 }, (_, index) => ({ ...busy.groups[0]!, source: `s${index}` }));
  expect(estimate({ ...busy, groups, recordsPerSecond: 30_000 }).decidedBy).toBe('max_spilled');
});

test('each thread makes objects of its own, and rejects cost a request for each flush', () => {
  const { groups, deadLetterObjectsPerDay } = estimate({ ...busy, lanes: 4, hasRejects: true });
  expect(groups[0]?.objectsPerDay).toBeCloseTo(4 * 288, 0);
  expect(deadLetterObjectsPerDay).toBeCloseTo(4 * 288, 0);
});

test('an input of one record an hour waits for its next record, not for nothing', () => {
  const { groups } = estimate({ ...busy, recordsPerSecond: 1 / 3600 });
  expect(groups[0]?.objectsPerDay).toBeLessThan(24);
  expect(groups[0]?.objectsPerDay).toBeGreaterThan(10);
});
