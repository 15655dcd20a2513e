import type { LiveBlock } from '../terminal/live-block.ts';
import type { Logger } from '../log/logger.ts';
import { progressLines, ratePerSecond, sampleOf, type Sample } from './progress-lines.ts';
import type { RunningPipeline } from './run-plan.ts';
import { statisticsFields } from './summary.ts';

/** Shows a run while it runs; `stop` ends it. */
export interface Display {
  stop(): void;
}

const redrawMs = 250;
const rateWindowMs = 2000;

/** A table that stays at the bottom of the terminal. */
export function liveDisplay(pipelines: readonly RunningPipeline[], block: LiveBlock, now: () => number): Display {
  const samples: Sample[] = [sampleOf(pipelines, now())];
  const timer = setInterval(() => {
    const time = now();
    samples.push(sampleOf(pipelines, time));
    while (samples.length > 2 && time - (samples[1]?.time ?? time) >= rateWindowMs) samples.shift();
    const [before] = samples;
    if (before !== undefined) block.show(['', ...progressLines(pipelines, before, time)]);
  }, redrawMs);
  return {
    stop() {
      clearInterval(timer);
      block.clear();
    },
  };
}

/** A log line for each pipeline every `everyMs`. */
export function loggedDisplay(
  pipelines: readonly RunningPipeline[],
  { log, everyMs, now }: { readonly log: Logger; readonly everyMs: number; readonly now: () => number },
): Display {
  let before = sampleOf(pipelines, now());
  const timer = setInterval(() => {
    const time = now();
    for (const [index, { plan, statistics, outcome }] of pipelines.entries()) {
      if (outcome !== undefined) continue;
      const rate = Math.round(ratePerSecond(before, index, statistics.receivedRecords, time));
      log.report('progress', { pipeline: plan.name, events_per_second: rate, ...statisticsFields(statistics) });
    }
    before = sampleOf(pipelines, time);
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}
