import type { PipelineOptions } from '../pipeline/options.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { memoryState } from '../state/sqlite-state.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { replaySuffix } from './read-letters.ts';
import {
  finishJob,
  openLetters,
  planJob,
  readReplays,
  saveJob,
  type LetterFilter,
  type ReplayJob,
} from './replay-job.ts';
import { replayStream } from './replay-stream.ts';

/** A pipeline as it runs, with the mapping that the letters are to go through now. */
export interface ReplayOptions extends Omit<PipelineOptions, 'spool' | 'rejectStorm' | 'statistics' | 'threads'> {
  readonly filter: Omit<LetterFilter, 'pipeline'>;
  /** Map and count, and store nothing. */
  readonly dryRun?: boolean;
}

export interface ReplayResult {
  readonly letters: number;
  /** Of an earlier replay that did not come to its end. */
  readonly resumed: boolean;
  readonly statistics: PipelineStatistics;
}

/**
 * Brings dead letters of a pipeline into the lake, each once: a replay that is killed goes on where it was, and one that
 * is run again finds no letter that an earlier one took. A letter that is rejected again becomes a new letter, with the
 * new reason. First finishes replays that were interrupted.
 *
 * Bytes that the spool found damaged are only replayed where `filter.reasons` names `spool_damaged`.
 */
export async function replayDeadLetters(options: ReplayOptions): Promise<readonly ReplayResult[]> {
  if (options.dryRun === true) return replayAll(options);
  // Two at once could both take a letter before the other has said so.
  const claim = await options.state.claim(`${options.name}${replaySuffix}lock`, { shared: false });
  try {
    return await replayAll(options);
  } finally {
    await claim.release();
  }
}

async function replayAll(options: ReplayOptions): Promise<readonly ReplayResult[]> {
  const { name: pipeline, deadLetters: store, filter, dryRun = false } = options;
  const results: ReplayResult[] = [];
  const { jobs, finished } = await readReplays(store);
  for (const job of jobs) {
    if (job.pipeline !== pipeline || finished.has(job.id) || dryRun || options.signal.aborted) continue;
    results.push(await runJob(options, job, true));
  }
  const letters = wanted(openLetters(store, { ...filter, pipeline }), filter);
  const job = await planJob(pipeline, letters);
  if (job === undefined || options.signal.aborted) return results;
  if (!dryRun) await saveJob(store, job);
  results.push(await runJob(options, job, false));
  return results;
}

async function* wanted(
  letters: ReturnType<typeof openLetters>,
  { reasons }: Pick<LetterFilter, 'reasons'>,
): ReturnType<typeof openLetters> {
  for await (const filed of letters) {
    if (reasons !== undefined || filed.letter.reason !== 'spool_damaged') yield filed;
  }
}

async function runJob(options: ReplayOptions, job: ReplayJob, resumed: boolean): Promise<ReplayResult> {
  const { filter: _, dryRun = false, ...pipeline } = options;
  const stream = replayStream(pipeline.stream, pipeline.deadLetters, job);
  const state = dryRun ? memoryState() : pipeline.state;
  const places = dryRun ? dryPlaces(pipeline) : {};
  const name = `${job.pipeline}${replaySuffix}${job.id.slice(0, 12)}`;
  try {
    const statistics = await runPipeline({ ...pipeline, ...places, name, stream, state, threads: 0 });
    // Told to stop: what is left is the next replay's.
    if (!dryRun && !pipeline.signal.aborted) await finishJob(pipeline.deadLetters, job);
    const letters = job.parts.flatMap(({ lines }) => lines).reduce((total, [from, to]) => total + to - from, 0);
    return { letters, resumed, statistics };
  } finally {
    if (dryRun) await state.close();
  }
}

function dryPlaces({ sources }: PipelineOptions | Omit<ReplayOptions, 'filter'>): Partial<PipelineOptions> {
  return {
    store: memoryStore(),
    deadLetters: memoryStore(),
    sources: sources.map(({ store: _, ...source }) => source),
  };
}
