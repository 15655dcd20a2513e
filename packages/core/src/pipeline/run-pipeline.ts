import { contractVersion } from '@sluice/connector';
import { SluiceError } from '../errors.ts';
import { newStatistics, type PipelineStatistics } from '../telemetry.ts';
import { claimPipeline } from './claim-pipeline.ts';
import type { PipelineOptions } from './options.ts';
import { PipelineRun } from './pipeline-run.ts';

const defaultDrainMs = 60_000;

/**
 * Runs one pipeline until its upstream ends or the signal is aborted, and then stores everything it received.
 *
 * Resolves when all is stored and committed. Rejects with a `SluiceError` when something cannot be mended by trying
 * again; what was staged by then is stored by the next run.
 */
export async function runPipeline(options: PipelineOptions): Promise<PipelineStatistics> {
  checkContract(options);
  const statistics = options.statistics ?? newStatistics();
  const claim = await claimPipeline(options);
  if (claim === undefined) return statistics;
  const hardStop = new AbortController();
  const overdue = drainLimit(options, hardStop);
  try {
    const run = new PipelineRun(options, { claim, statistics, hardStop: hardStop.signal });
    await Promise.race([run.toTheEnd(), overdue.promise]);
    return statistics;
  } finally {
    overdue.cancel();
    hardStop.abort();
    await claim.release();
  }
}

function checkContract({ connector }: PipelineOptions): void {
  const { contract, name } = connector as { contract: unknown; name: string };
  if (contract === contractVersion) return;
  throw new SluiceError(
    'contract_mismatch',
    `Connector "${name}" was built for contract version ${String(contract)}; this Sluice speaks version ${contractVersion}. ` +
      `Use a release of the connector for version ${contractVersion}.`,
  );
}

interface DrainLimit {
  readonly promise: Promise<never>;
  cancel(): void;
}

/** Rejects when the drain that the signal began takes longer than it may. */
function drainLimit(
  { signal, drainForMs = defaultDrainMs, name }: PipelineOptions,
  hardStop: AbortController,
): DrainLimit {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => {
      hardStop.abort();
      reject(
        new SluiceError(
          'drain_timeout',
          `Pipeline "${name}" could not store everything within ${drainForMs} ms of being asked to stop. What is staged is stored by the next run.`,
        ),
      );
    }, drainForMs);
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return {
    promise,
    cancel() {
      signal.removeEventListener('abort', begin);
      clearTimeout(timer);
    },
  };
}
