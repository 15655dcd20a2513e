import type { RunningPipeline } from '@sluice/cli';

/** What all pipelines have done, at one moment. */
export interface Progress {
  readonly received: number;
  readonly mapped: number;
  readonly stored: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly dropped: number;
  readonly objects: number;
  readonly backlogBytes: number;
}

export function progressOf(pipelines: readonly RunningPipeline[]): Progress {
  const sum = (of: (statistics: RunningPipeline['statistics']) => number): number =>
    pipelines.reduce((total, { statistics }) => total + of(statistics), 0);
  return {
    received: sum((statistics) => statistics.receivedRecords),
    mapped: sum((statistics) => statistics.mappedEvents),
    stored: sum((statistics) => statistics.storedEvents),
    skipped: sum(({ skipped }) => totalOf(skipped)),
    rejected: sum(({ rejected }) => totalOf(rejected)),
    dropped: sum(({ dropped }) => totalOf(dropped)),
    objects: sum((statistics) => statistics.storedObjects),
    backlogBytes: sum((statistics) => statistics.backlogBytes),
  };
}

/** Records by reason, of all pipelines, most frequent first. */
export function reasons(pipelines: readonly RunningPipeline[], kind: 'rejected' | 'dropped'): readonly Reason[] {
  return pipelines
    .flatMap(({ plan, statistics }) =>
      Object.entries(statistics[kind]).map(([reason, records]) => ({ pipeline: plan.name, reason, records })),
    )
    .toSorted((a, b) => b.records - a.records);
}

export interface Reason {
  readonly pipeline: string;
  readonly reason: string;
  readonly records: number;
}

function totalOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, records) => sum + records, 0);
}
