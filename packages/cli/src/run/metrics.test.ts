import { newStatistics } from '@sluice/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveMetrics, type MetricsServer } from './metrics-server.ts';
import { prometheusText } from './prometheus.ts';
import type { RunningPipeline } from './run-plan.ts';

const now = Date.parse('2026-03-01T10:00:00Z');

function pipeline(name: string): RunningPipeline {
  // Only the names of the plan are looked at.
  const plan = { name, connector: { name: 'list' } } as RunningPipeline['plan'];
  return { plan, statistics: newStatistics() };
}

test('each sample names its pipeline, and each metric is described once', () => {
  const [office, shop] = [pipeline('office'), pipeline('shop')];
  office.statistics.receivedRecords = 7;
  office.statistics.rejected = { malformed_json: 2 };
  office.statistics.dropped = { channel_full: 3 };
  office.statistics.unmappedFields = { 'authentication device.new name': 4 };
  office.statistics.newestStoredTime = now - 5000;
  office.statistics.oldestUnstoredAt = now - 90_000;
  const text = prometheusText([office, shop], now);
  expect(text).toContain('sluice_received_events_total{pipeline="office",connector="list"} 7\n');
  expect(text).toContain('sluice_received_events_total{pipeline="shop",connector="list"} 0\n');
  expect(text).toContain(
    'sluice_dead_letter_events_total{pipeline="office",connector="list",reason="malformed_json"} 2\n',
  );
  expect(text).toContain(
    'sluice_discarded_events_total{pipeline="office",connector="list",intentional="false",reason="channel_full"} 3\n',
  );
  expect(text).toContain(
    'sluice_mapping_unmapped_fields_total{pipeline="office",connector="list",class="authentication",field="device.new name"} 4\n',
  );
  expect(text).toContain(
    `sluice_lake_newest_event_timestamp_seconds{pipeline="office",connector="list"} ${now / 1000 - 5}\n`,
  );
  expect(text).toContain('sluice_lake_oldest_unflushed_event_age_seconds{pipeline="office",connector="list"} 90\n');
  const described = [...text.matchAll(/^# TYPE (\S+) (counter|gauge)$/gm)];
  expect(new Set(described.map(([, name]) => name)).size).toBe(described.length);
  for (const [, name, type] of described) expect(name?.endsWith('_total')).toBe(type === 'counter');
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) |sluice_[a-z_]+\{[^\n]*\} -?[\d.e+]+$)/);
});

test('reasons that a connector makes up cannot break the format, nor be without number', () => {
  const office = pipeline('office');
  office.statistics.rejected = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [`reason "${index}"\n\\`, 1]),
  );
  const lines = prometheusText([office], now)
    .split('\n')
    .filter((line) => line.startsWith('sluice_dead_letter'));
  expect(lines).toHaveLength(101);
  expect(lines[0]).toContain(String.raw`reason="reason \"0\"\n\\"`);
  expect(lines.at(-1)).toContain('reason="other"} 150');
});

let server: MetricsServer;
let pipelines: RunningPipeline[];
let isDraining: boolean;

beforeEach(async () => {
  pipelines = [];
  isDraining = false;
  server = await serveMetrics(
    { host: '127.0.0.1', port: 0 },
    { pipelines: () => pipelines, isDraining: () => isDraining, now: () => now },
  );
});
afterEach(() => server.close());

const ask = async (path: string, method = 'GET'): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { method });

test('is ready once all pipelines run, and no longer when they drain', async () => {
  expect((await ask('/readyz')).status).toBe(503);
  pipelines = [pipeline('office')];
  expect((await ask('/readyz')).status).toBe(200);
  isDraining = true;
  expect((await ask('/readyz')).status).toBe(503);
  expect((await ask('/healthz')).status).toBe(200);
});

test('is unhealthy when a pipeline has failed, and says which', async () => {
  pipelines = [
    pipeline('office'),
    { ...pipeline('shop'), outcome: { kind: 'failed', error: new Error('secret detail') } },
  ];
  const answer = await ask('/healthz');
  expect(answer.status).toBe(503);
  const body = await answer.text();
  expect(JSON.parse(body)).toEqual({
    ok: false,
    pipelines: [
      { pipeline: 'office', state: 'running' },
      { pipeline: 'shop', state: 'failed' },
    ],
  });
});

test('answers nothing else', async () => {
  expect((await ask('/metrics', 'HEAD')).status).toBe(200);
  expect((await ask('/metrics', 'POST')).status).toBe(405);
  expect((await ask('/..%2f..%2fetc/passwd')).status).toBe(404);
});

test('an address that is taken is said with the key to change', async () => {
  await expect(
    serveMetrics(
      { host: '127.0.0.1', port: server.port },
      { pipelines: () => [], isDraining: () => false, now: () => 0 },
    ),
  ).rejects.toThrow('metrics.listen');
});
