import { total } from '@sluice/core';
import { counted, lasted, sized } from '../terminal/amounts.ts';
import { tableLines } from '../terminal/table.ts';
import type { RunningPipeline } from './run-plan.ts';

/** Records received by pipeline at one moment: two of them give a rate. */
export interface Sample {
  readonly time: number;
  readonly received: readonly number[];
}

export function sampleOf(pipelines: readonly RunningPipeline[], time: number): Sample {
  return { time, received: pipelines.map(({ statistics }) => statistics.receivedRecords) };
}

const head = ['pipeline', 'in', 'mapped', 'rejected', 'stored', 'objects', 'rate', 'backlog', 'newest stored'];

/** The progress of all pipelines as a table: one line each. */
export function progressLines(pipelines: readonly RunningPipeline[], before: Sample, now: number): readonly string[] {
  const rows = pipelines.map(({ plan, statistics, outcome }, index) => [
    plan.name,
    counted(statistics.receivedRecords),
    counted(statistics.mappedEvents),
    counted(total(statistics.rejected)),
    counted(statistics.storedEvents),
    counted(statistics.storedObjects),
    outcome === undefined
      ? `${counted(ratePerSecond(before, index, statistics.receivedRecords, now))}/s`
      : outcome.kind,
    sized(statistics.backlogBytes),
    newest(statistics.newestStoredTime, now),
  ]);
  return tableLines(head, rows, { right: [1, 2, 3, 4, 5, 6, 7, 8] });
}

export function ratePerSecond(before: Sample, index: number, received: number, now: number): number {
  const seconds = Math.max(0.001, (now - before.time) / 1000);
  return (received - (before.received[index] ?? 0)) / seconds;
}

function newest(time: number, now: number): string {
  if (time === 0) return '-';
  return time > now ? `${lasted(time - now)} ahead` : `${lasted(now - time)} ago`;
}
