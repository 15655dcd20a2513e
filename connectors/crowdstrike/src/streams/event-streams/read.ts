import { BatchBuilder, type Batch, type Cursor, type Origin, type ReadContext } from '@sluice/connector';
import { Handoff } from '@sluice/queue';
import { ApiClient, fieldsOf } from '../../api/client.ts';
import type { EventStreamsConfig } from './config.ts';
import { discoverFeeds, lost, openFeed, refreshFeed, type Feed } from './feeds.ts';
import { feedLines } from './feed-lines.ts';
import { unreadAfter } from './unread.ts';

/** Records of one feed, with the offset of each; undefined for one that does not say. */
interface Piece {
  readonly feed: Feed;
  readonly lines: readonly Buffer[];
  readonly offsets: readonly (number | undefined)[];
}

/** Yields the events of all partitions. The cursor holds the offset of the last event of each. */
export async function* readEventStreams(
  context: ReadContext<EventStreamsConfig>,
): AsyncGenerator<Batch, void, undefined> {
  const { config, now } = context;
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const api = new ApiClient({ config, signal, now });
  const position = new Map(Object.entries(offsetsOf(context.cursor)));
  const pieces = new Handoff<Piece>(4);
  signal.addEventListener('abort', () => pieces.end());
  let followers: readonly Promise<void>[] = [];
  try {
    const feeds = await discoverFeeds(api, config.app_id);
    followers = feeds.map((feed) =>
      follow(feed, position.get(feed.partition), pieces, { api, signal }).catch((error: unknown) =>
        pieces.end(error instanceof Error ? error : new Error(String(error))),
      ),
    );
    for (let piece = await pieces.take(); piece !== undefined; piece = await pieces.take()) {
      if (context.signal.aborted) return;
      yield batchOf(piece, position, now());
    }
  } catch (error) {
    if (!context.signal.aborted) throw error;
  } finally {
    stop.abort();
    await Promise.all(followers);
  }
}

function offsetsOf(cursor: Cursor | undefined): Readonly<Record<string, number>> {
  const entries = Object.entries(fieldsOf(cursor)).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(entries);
}

function batchOf({ feed, lines, offsets }: Piece, position: Map<string, number>, receivedAt: number): Batch {
  const builder = new BatchBuilder();
  const origin: Origin = { transport: 'https', path: feed.url.replace(/\?.*$/, '') };
  for (const line of lines) builder.add(line, 0, line.length, origin);
  const others = Object.fromEntries(position);
  const before = position.get(feed.partition);
  const reached = offsets.findLast((offset) => offset !== undefined) ?? before;
  if (reached !== undefined) position.set(feed.partition, reached);
  return builder.take({
    receivedAt,
    cursor: Object.fromEntries(position),
    cursorAt(record) {
      const offset = offsets.slice(0, record + 1).findLast((one) => one !== undefined) ?? before;
      return offset === undefined ? others : { ...others, [feed.partition]: offset };
    },
  });
}

interface Following {
  readonly api: ApiClient;
  readonly signal: AbortSignal;
}

/** Hands on what a feed brings until it ends, which it does with an error, or nobody wants any more. */
async function follow(
  feed: Feed,
  after: number | undefined,
  pieces: Handoff<Piece>,
  { api, signal }: Following,
): Promise<void> {
  const broken = new AbortController();
  const heartbeat = setInterval(() => {
    refreshFeed(api, feed).catch((error: unknown) => broken.abort(error));
  }, feed.refreshEveryMs);
  try {
    const body = await openFeed(feed, after, AbortSignal.any([signal, broken.signal]));
    const isUnread = unreadAfter(after);
    for await (const lines of feedLines(body)) {
      const events = lines.map((line) => ({ line, offset: offsetOf(line) }));
      const fresh = events.filter(({ offset }) => offset === undefined || isUnread(offset));
      if (fresh.length === 0) continue;
      await pieces.put({ feed, lines: fresh.map(({ line }) => line), offsets: fresh.map(({ offset }) => offset) });
    }
    throw new Error('the connection was closed');
  } catch (error) {
    if (!signal.aborted) throw lost(feed, error);
  } finally {
    clearInterval(heartbeat);
  }
}

function offsetOf(line: Buffer): number | undefined {
  try {
    const { offset } = fieldsOf(fieldsOf(JSON.parse(line.toString()))['metadata']);
    return typeof offset === 'number' && Number.isSafeInteger(offset) ? offset : undefined;
  } catch {
    return undefined;
  }
}
