import { setTimeout as sleep } from 'node:timers/promises';
import { SluiceError } from '../errors.ts';
import type { PipelineClaim } from '../state/state-store.ts';
import type { PipelineOptions } from './options.ts';

const triesEveryMs = 1000;

/**
 * A place among the workers of the pipeline. Where another process has the only one, throws `state_locked`, or with
 * `waitForClaim` waits until it is free; undefined when the pipeline is told to stop before that.
 */
export async function claimPipeline(options: PipelineOptions): Promise<PipelineClaim | undefined> {
  const { name, state, stream, signal, waitForClaim = false, log } = options;
  let hasSaid = false;
  for (;;) {
    try {
      return await state.claim(name, { shared: stream.shared ?? false });
    } catch (error) {
      const isTaken = error instanceof SluiceError && error.code === 'state_locked';
      if (!isTaken || !waitForClaim) throw error;
      if (!hasSaid) log.warn('waiting for the process that runs this pipeline', { reason: error.message });
      hasSaid = true;
    }
    await sleep(triesEveryMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return undefined;
  }
}
