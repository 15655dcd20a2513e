import { encoders, total, type ObjectStore, type PipelineOptions, type StateStore } from '@sluice/core';
import { openLetters, pipelineOf, replayDeadLetters, type ReplayResult } from '@sluice/core/dead-letters';
import { loadCatalogue } from '@sluice/ocsf';
import type { PipelinePlan, RunPlan } from '../config/plan.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { lakeRelease } from '../lake/release.ts';
import { createLogger } from '../log/logger.ts';
import { openPlace, openSource } from '../run/open-place.ts';
import { openStateAt } from '../run/open-state-at.ts';

import { plural } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import type { Signals } from '../terminal/signals.ts';
import { filterOf, withLetters, type LetterOptions } from './letter-options.ts';

export interface ReplayCommandOptions extends LetterOptions {
  readonly dryRun?: boolean;
}

interface Tools {
  readonly plan: RunPlan;
  readonly letters: ObjectStore;
  readonly lake: ObjectStore;
  readonly state: StateStore;
  readonly signal: AbortSignal;
}

/** `sluice dlq replay`: letters through the mapping as it is now. */
export async function replayCommand(
  file: string,
  options: ReplayCommandOptions,
  io: Io,
  signals: Signals,
): Promise<ExitCode> {
  const stop = new AbortController();
  const listening = signals.onStop(() => stop.abort());
  try {
    return await withLetters(file, options, io, async (letters, plan) => {
      const lake = openPlace(plan.lake);
      const state = openStateAt(plan.state);
      try {
        return await replayAll({ plan, letters, lake, state, signal: stop.signal }, options, io);
      } finally {
        await state.close();
        await lake.close();
      }
    });
  } finally {
    listening.forget();
  }
}

async function replayAll(tools: Tools, options: ReplayCommandOptions, io: Io): Promise<ExitCode> {
  const { plan, letters, signal } = tools;
  let rejected = 0;
  for (const pipeline of plan.pipelines) {
    if (options.pipeline !== undefined && options.pipeline !== pipeline.name) continue;
    for (const result of await replayOne(tools, pipeline, options, io)) {
      rejected += total(result.statistics.rejected);
      report(pipeline.name, result, options, io);
    }
  }
  if (signal.aborted) return exitCode.undelivered;
  if (options.pipeline === undefined) await reportStrangers(letters, plan, options, io);
  return rejected > 0 ? exitCode.badData : exitCode.ok;
}

async function replayOne(
  { plan, letters, lake, state, signal }: Tools,
  pipeline: PipelinePlan,
  options: ReplayCommandOptions,
  io: Io,
): Promise<readonly ReplayResult[]> {
  const { name, connector, connectorUrl, stream, config, account, flush, encoder } = pipeline;
  const sources = pipeline.sources.map((source) => openSource(source, plan.lake));
  const log = logTo(io);
  const common: Omit<PipelineOptions, 'name'> = {
    connector,
    connectorUrl,
    stream,
    config,
    account,
    flush,
    sources,
    state,
    log,
    signal,
    encoder: encoders[encoder],
    deadLetters: letters,
    region: plan.region,
    store: lake,
    catalogue: loadCatalogue(lakeRelease),
    drainForMs: plan.drainForMs,
    now: io.now,
  };
  const { pipeline: _, ...filter } = filterOf(options);
  try {
    return await replayDeadLetters({ ...common, name, filter, dryRun: options.dryRun ?? false });
  } finally {
    log.close();
    await Promise.allSettled(sources.flatMap((source) => source.store?.close() ?? []));
  }
}

function logTo({ stderr, now }: Io): ReturnType<typeof createLogger> {
  return createLogger({
    level: 'warn',
    format: stderr.isTty ? 'text' : 'json',
    color: false,
    now,
    write: (line) => stderr.write(`${line}\n`),
  });
}

function report(
  pipeline: string,
  { letters, resumed, statistics }: ReplayResult,
  options: LetterOptions,
  io: Io,
): void {
  const { mappedEvents: events, rejected, skipped } = statistics;
  const dryRun = 'dryRun' in options && options.dryRun === true;
  if (options.json === true) {
    io.stdout.write(`${JSON.stringify({ pipeline, letters, resumed, dry_run: dryRun, events, rejected, skipped })}\n`);
    return;
  }
  const again = Object.entries(rejected).map(([reason, count]) => `${count} ${reason}`);
  io.stdout.write(
    `${pipeline}: ${plural(letters, 'letter')}${resumed ? ' of an interrupted replay' : ''}: ` +
      `${plural(events, 'event')} ${dryRun ? 'would go ' : ''}into the lake, ${total(skipped)} skipped, ` +
      `${total(rejected)} rejected again${again.length === 0 ? '' : ` (${again.join(', ')})`}\n`,
  );
}

/** Letters of pipelines that the configuration no longer has: only their connector could map them. */
async function reportStrangers(letters: ObjectStore, plan: RunPlan, options: LetterOptions, io: Io): Promise<void> {
  const known = new Set(plan.pipelines.map(({ name }) => name));
  const strangers = new Map<string, number>();
  for await (const { letter } of openLetters(letters, filterOf(options))) {
    const name = pipelineOf(letter);
    if (!known.has(name)) strangers.set(name, (strangers.get(name) ?? 0) + 1);
  }
  for (const [name, count] of strangers) {
    io.stderr.write(`${plural(count, 'letter')} of "${name}" left: the configuration has no such pipeline.\n`);
  }
}
