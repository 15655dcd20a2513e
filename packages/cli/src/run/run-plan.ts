import { loadCatalogue } from '@sluice/ocsf';
import {
  encoders,
  newStatistics,
  runPipeline,
  type ObjectStore,
  type PipelineStatistics,
  type StateStore,
  type StoredObject,
} from '@sluice/core';
import type { PipelinePlan, RunPlan } from '../config/plan.ts';
import { lakeRelease } from '../lake/release.ts';
import type { Logger } from '../log/logger.ts';
import { openPlace, openSource } from './open-place.ts';
import { openStateAt } from './open-state-at.ts';

/** One pipeline of a run, to be looked at while it runs. */
export interface RunningPipeline {
  readonly plan: PipelinePlan;
  readonly statistics: PipelineStatistics;
  /** Set when the pipeline has ended, by itself or by an error. */
  outcome?: { readonly kind: 'done' } | { readonly kind: 'failed'; readonly error: unknown };
}

export interface RunOptions {
  readonly log: Logger;
  /** Abort to drain. */
  readonly signal: AbortSignal;
  /** Called once, when stores and state are open and before the first record is read. */
  readonly onStart?: (pipelines: readonly RunningPipeline[]) => void;
  /** Told of each object once it is in the lake. */
  readonly onStored?: (object: StoredObject, pipeline: string) => void;
  readonly now?: () => number;
  /** Wait for another process that runs one of the pipelines, instead of ending. */
  readonly wait?: boolean;
}

/**
 * Runs all pipelines of a plan until they have all ended. Never rejects for what a pipeline does: each outcome is in
 * the answer. One that fails for good makes the others drain. Rejects when the state cannot be opened.
 */
export async function runPlan(plan: RunPlan, options: RunOptions): Promise<readonly RunningPipeline[]> {
  const state = openStateAt(plan.state);
  const lake = openPlace(plan.lake);
  const deadLetters = openPlace(plan.deadLetters);
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const pipelines = plan.pipelines.map((pipeline): RunningPipeline => ({
    plan: pipeline,
    statistics: newStatistics(),
  }));
  const resources: Resources = { plan, state, lake, deadLetters, options, signal };
  try {
    options.onStart?.(pipelines);
    await Promise.all(
      pipelines.map(async (running) => {
        await runOne(running, resources);
        if (running.outcome?.kind === 'failed') failure.abort();
      }),
    );
    return pipelines;
  } finally {
    await Promise.allSettled([lake.close(), deadLetters.close()]);
    await state.close();
  }
}

interface Resources {
  readonly plan: RunPlan;
  readonly state: StateStore;
  readonly lake: ObjectStore;
  readonly deadLetters: ObjectStore;
  readonly options: RunOptions;
  readonly signal: AbortSignal;
}

async function runOne(
  running: RunningPipeline,
  { plan, state, lake, deadLetters, options, signal }: Resources,
): Promise<void> {
  const { name, connector, connectorUrl, stream, config, account, flush, threads, encoder, spool } = running.plan;
  const log = options.log.with({ pipeline: name });
  const sources = running.plan.sources.map((source) => openSource(source, plan.lake));
  try {
    await runPipeline({
      name,
      connector,
      stream,
      config,
      threads,
      encoder: encoders[encoder],
      connectorUrl,
      account,
      flush,
      sources,
      state,
      deadLetters,
      log,
      signal,
      region: plan.region,
      store: lake,
      catalogue: loadCatalogue(lakeRelease),
      drainForMs: plan.drainForMs,
      ...(spool === undefined ? {} : { spool }),
      ...(plan.rejectStorm === undefined ? {} : { rejectStorm: plan.rejectStorm }),
      statistics: running.statistics,
      ...(options.now === undefined ? {} : { now: options.now }),
      ...(options.wait === undefined ? {} : { waitForClaim: options.wait }),
      onStored: (object) => options.onStored?.(object, name),
    });
    running.outcome = { kind: 'done' };
    log.report('pipeline ended', {
      stored_events: running.statistics.storedEvents,
      stored_objects: running.statistics.storedObjects,
    });
  } catch (error) {
    running.outcome = { kind: 'failed', error };
    log.error('pipeline failed; the others are drained', { error });
  } finally {
    await Promise.allSettled(sources.flatMap((source) => source.store?.close() ?? []));
  }
}
