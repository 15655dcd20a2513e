import { total, type PipelineStatistics } from '@sluice/core';
import type { RunningPipeline } from './run-plan.ts';

interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  readonly samples: (pipeline: RunningPipeline, now: number) => readonly Sample[];
}

interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reasons come from connectors, which keep them few; more than these are counted together. */
const mostReasons = 100;

/** The Prometheus text format, version 0.0.4, of all pipelines. Counters begin at 0 with the process. */
export function prometheusText(pipelines: readonly RunningPipeline[], now: number): string {
  return metrics
    .map(({ name, type, help, samples }) => {
      const lines = pipelines.flatMap((pipeline) =>
        samples(pipeline, now).map(({ labels = {}, value }) => {
          const all = { pipeline: pipeline.plan.name, connector: pipeline.plan.connector.name, ...labels };
          return `sluice_${name}${labelText(all)} ${value}\n`;
        }),
      );
      return `# HELP sluice_${name} ${help}\n# TYPE sluice_${name} ${type}\n${lines.join('')}`;
    })
    .join('');
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `{${parts.join(',')}}`;
}

function escaped(value: string): string {
  return value
    .slice(0, 200)
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);
}

const counter = (name: string, help: string, of: (statistics: PipelineStatistics) => number): Metric => ({
  name,
  help,
  type: 'counter',
  samples: ({ statistics }) => [{ value: of(statistics) }],
});

const gauge = (name: string, help: string, of: (statistics: PipelineStatistics, now: number) => number): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: ({ statistics }, now) => [{ value: of(statistics, now) }],
});

const metrics: readonly Metric[] = [
  counter('received_events_total', 'Records that came out of the input.', (s) => s.receivedRecords),
  counter('received_bytes_total', 'Bytes of them.', (s) => s.receivedBytes),
  counter('mapped_events_total', 'OCSF events made of them.', (s) => s.mappedEvents),
  counter('sent_events_total', 'Events in objects that are stored.', (s) => s.storedEvents),
  counter('sent_bytes_total', 'Bytes of stored objects.', (s) => s.storedBytes),
  counter('lake_objects_written_total', 'Objects stored.', (s) => s.storedObjects),
  {
    name: 'discarded_events_total',
    type: 'counter',
    help: 'Records that are not in the lake, by reason: on purpose (skipped), or lost before the pipeline (dropped).',
    samples: ({ statistics }) => [
      ...reasons(statistics.skipped, { intentional: 'true' }),
      ...reasons(statistics.dropped, { intentional: 'false' }),
    ],
  },
  {
    name: 'dead_letter_events_total',
    type: 'counter',
    help: 'Records that became dead letters, by reason.',
    samples: ({ statistics }) => reasons(statistics.rejected, {}),
  },
  counter('mapping_undeclared_values_total', 'Values moved to unmapped, having no column.', (s) => s.undeclaredValues),
  {
    name: 'mapping_unmapped_fields_total',
    type: 'counter',
    help: 'Values that the mapping left in unmapped, by class and field: a new field is drift of the input.',
    samples: ({ statistics }) =>
      Object.entries(statistics.unmappedFields).map(([name, value]) => {
        const [className = '', ...field] = name.split(' ');
        return { labels: { class: className, field: field.join(' ') }, value };
      }),
  },
  counter('timed_by_receipt_events_total', 'Events without a usable time of their own.', (s) => s.timedByReceipt),
  counter('spooled_events_total', 'Records made durable in the spool.', (s) => s.spooledRecords),
  gauge('buffer_size_bytes', 'Size of the spool on disk.', (s) => s.spoolBytes),
  gauge('buffer_max_size_bytes', 'Most that the spool may have; 0 without one.', (s) => s.spoolMaxBytes),
  gauge('source_backlog_bytes', 'Received bytes that wait in the input.', (s) => s.backlogBytes),
  gauge('open_events', 'Events in objects that are not stored.', (s) => s.openEvents),
  gauge('open_memory_bytes', 'Memory that open objects take.', (s) => s.openMemoryBytes),
  {
    name: 'lake_newest_event_timestamp_seconds',
    type: 'gauge',
    help: 'Latest time of an event that is stored; absent before the first.',
    samples: ({ statistics: { newestStoredTime } }) =>
      newestStoredTime === 0 ? [] : [{ value: newestStoredTime / 1000 }],
  },
  gauge(
    'lake_oldest_unflushed_event_age_seconds',
    'How long the oldest received record waits to be stored.',
    (s, now) => (s.oldestUnstoredAt === 0 ? 0 : Math.max(0, (now - s.oldestUnstoredAt) / 1000)),
  ),
  {
    name: 'source_last_progress_timestamp_seconds',
    type: 'gauge',
    help: 'When something was last committed; absent before the first time.',
    samples: ({ statistics: { lastProgressAt } }) => (lastProgressAt === 0 ? [] : [{ value: lastProgressAt / 1000 }]),
  },
  {
    name: 'pipeline_up',
    type: 'gauge',
    help: '1 while the pipeline runs, 0 when it has ended or failed.',
    samples: ({ outcome }) => [{ value: outcome === undefined ? 1 : 0 }],
  },
];

function reasons(
  counts: Readonly<Record<string, number>>,
  labels: Readonly<Record<string, string>>,
): readonly Sample[] {
  const entries = Object.entries(counts);
  const named = entries.slice(0, mostReasons).map(([reason, value]) => ({ labels: { ...labels, reason }, value }));
  const rest = total(Object.fromEntries(entries.slice(mostReasons)));
  return rest === 0 ? named : [...named, { labels: { ...labels, reason: 'other' }, value: rest }];
}
