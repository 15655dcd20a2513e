import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Cursor, ReadContext, Stream } from '@sluice/connector';
import { folderError } from '../store/folder-errors.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { folderFiles } from './folder-files.ts';
import { Intake } from './intake.ts';
import { defaultSpoolBytes, defaultSyncIntervalMs, segmentBytes, type SpoolOptions } from './options.ts';
import { positionOf } from './position.ts';
import { Spool } from './spool.ts';
import type { SpoolFiles } from './spool-files.ts';

const mostGroupBytes = 4 * 1024 * 1024;
/** How often to look whether the spool is full while nothing comes in. */
const fullCheckMs = 100;

export interface SpooledReadOptions {
  // The configuration in the context was parsed with this stream's own schema.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly stream: Stream<any, any>;
  readonly context: ReadContext<unknown>;
  readonly spool: SpoolOptions;
  readonly statistics: PipelineStatistics;
  /** Stores everything that was read so far: how a full spool gets room before a flush is due. */
  readonly commit: () => Promise<Cursor | undefined>;
  /** Default: the folder that the options name. */
  readonly files?: SpoolFiles;
}

/**
 * A stream that pushes, through a spool on disk: its batches are durable before the stream is told so, and come out as
 * those of an upstream that can be read again, each record with a position. `context.cursor` is such a position.
 *
 * When the signal is aborted the stream's own `read` ends, what it gave is made durable, and all that is in the spool is
 * still given out; whoever stops before that finds the rest in the next run.
 */
export async function* readSpooled(options: SpooledReadOptions): AsyncIterable<Batch> {
  const { stream, context, statistics } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const spool = await openSpool(options, signal);
  let receiving = 0;
  const show = (): void => {
    statistics.spoolBytes = spool.bytes;
    context.reportBacklog(receiving + spool.unreadBytes);
  };
  const { cursor: _, ...rest } = context;
  const intake = new Intake({
    spool,
    batches: stream.read({ ...rest, signal, reportBacklog: (bytes) => (receiving = bytes) }),
    groupBytes: Math.min(mostGroupBytes, segmentBytes(options.spool.maxBytes ?? defaultSpoolBytes)),
    syncIntervalMs: options.spool.syncIntervalMs ?? defaultSyncIntervalMs,
    onDurable: (records) => (statistics.spooledRecords += records),
  });
  const onStop = (): void => spool.stopWaiting();
  signal.addEventListener('abort', onStop);
  let hasEnded = false;
  void intake.ended.then(() => (hasEnded = true));
  try {
    for (;;) {
      const wasEnded = hasEnded;
      const changed = intake.change();
      const read = await spool.next();
      show();
      if (read !== undefined) {
        const { batch, end } = read;
        yield { ...batch, settle: async ({ kind }) => (kind === 'stored' ? spool.release(end) : undefined) };
      } else if (wasEnded) {
        if (intake.failure !== undefined) throw intake.failure.error;
        return;
      } else {
        if (spool.isFull) await options.commit();
        await Promise.race([changed, sleep(fullCheckMs, undefined, { ref: false })]);
      }
    }
  } finally {
    signal.removeEventListener('abort', onStop);
    stop.abort();
    spool.stopWaiting();
    await intake.ended;
    await spool.close();
  }
}

async function openSpool(
  { context, spool, statistics, files }: SpooledReadOptions,
  signal: AbortSignal,
): Promise<Spool> {
  const folder = files ?? folderFiles(spool.folder);
  statistics.spoolMaxBytes = spool.maxBytes ?? defaultSpoolBytes;
  try {
    return await Spool.open({
      files: folder,
      options: spool,
      at: positionOf(context.cursor),
      log: context.log,
      now: context.now,
      signal,
      onLost(reason, records) {
        context.reportDropped(reason, records);
        context.log.error('records of the spool are lost', { spool: folder.path, reason, records });
      },
      onDamage: (place) => context.log.error('the spool is damaged', { spool: folder.path, place }),
    });
  } catch (error) {
    throw folderError(error, folder.path);
  }
}
