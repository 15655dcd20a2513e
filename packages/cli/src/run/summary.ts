import { total, type PipelineStatistics } from '@sluice/core';
import { counted, sized } from '../terminal/amounts.ts';
import { printable } from '../terminal/printable.ts';
import { tableLines } from '../terminal/table.ts';
import type { RunningPipeline } from './run-plan.ts';

const head = ['pipeline', 'in', 'stored', 'skipped', 'rejected', 'dropped', 'objects', 'size'];
const mostReasons = 12;

/** What a run did, for the end of a terminal session. */
export function summaryLines(pipelines: readonly RunningPipeline[]): readonly string[] {
  const rows = pipelines.map(({ plan, statistics }) => [
    plan.name,
    counted(statistics.receivedRecords),
    counted(statistics.storedEvents),
    counted(total(statistics.skipped)),
    counted(total(statistics.rejected)),
    counted(total(statistics.dropped)),
    counted(statistics.storedObjects),
    sized(statistics.storedBytes),
  ]);
  return [...tableLines(head, rows, { right: [1, 2, 3, 4, 5, 6, 7] }), ...pipelines.flatMap(reasonLines)];
}

function reasonLines({ plan, statistics }: RunningPipeline): readonly string[] {
  const reasons = (['rejected', 'dropped', 'skipped'] as const).flatMap((kind) => countsOf(statistics[kind], kind));
  if (reasons.length === 0) return [];
  const shown = reasons.slice(0, mostReasons).map((reason) => `  ${plan.name}: ${reason}`);
  return [
    ...shown,
    ...(reasons.length > mostReasons ? [`  ${plan.name}: and ${reasons.length - mostReasons} more reasons`] : []),
  ];
}

function countsOf(counts: Readonly<Record<string, number>>, kind: string): readonly string[] {
  return Object.entries(counts)
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason, amount]) => `${counted(amount)} ${kind}: ${printable(reason)}`);
}

/** The same numbers as fields of a log line. */
export function statisticsFields(statistics: PipelineStatistics): Readonly<Record<string, unknown>> {
  return {
    received_events: statistics.receivedRecords,
    mapped_events: statistics.mappedEvents,
    stored_events: statistics.storedEvents,
    stored_objects: statistics.storedObjects,
    stored_bytes: statistics.storedBytes,
    backlog_bytes: statistics.backlogBytes,
    ...(statistics.spoolMaxBytes === 0
      ? {}
      : { spooled_events: statistics.spooledRecords, spool_bytes: statistics.spoolBytes }),
    rejected: statistics.rejected,
    skipped: statistics.skipped,
    dropped: statistics.dropped,
    ...(statistics.oldestUnstoredAt === 0
      ? {}
      : { oldest_unstored: new Date(statistics.oldestUnstoredAt).toISOString() }),
    ...(statistics.newestStoredTime === 0
      ? {}
      : { newest_stored_time: new Date(statistics.newestStoredTime).toISOString() }),
  };
}
