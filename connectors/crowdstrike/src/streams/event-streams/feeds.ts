import { StreamError } from '@sluice/connector';
import { fieldsOf, type ApiClient } from '../../api/client.ts';

/** One partition of the stream, as discovery names it. */
export interface Feed {
  /** `0` of `…/datafeed/v1/0`. */
  readonly partition: string;
  readonly url: string;
  readonly token: string;
  /** Where its session is kept alive. */
  readonly refreshPath: string;
  readonly refreshQuery: Readonly<Record<string, string>>;
  readonly refreshEveryMs: number;
}

const scope = 'Event streams: read';

/** All partitions that there are. */
export async function discoverFeeds(api: Pick<ApiClient, 'ask'>, appId: string): Promise<readonly Feed[]> {
  const { resources } = await api.ask({
    path: '/sensors/entities/datafeed/v2',
    query: { appId, format: 'json' },
    scope,
  });
  const feeds = resources.flatMap((resource) => feedOf(resource, appId));
  if (feeds.length === 0) {
    throw new StreamError(
      'upstream_refused',
      `there is no feed for ${appId} now: another consumer of that name may hold it`,
      {
        retryable: true,
        retryAfterMs: 30_000,
      },
    );
  }
  return feeds;
}

function feedOf(resource: unknown, appId: string): Feed[] {
  const {
    dataFeedURL: url,
    sessionToken,
    refreshActiveSessionURL: refreshUrl,
    refreshActiveSessionInterval: seconds,
  } = fieldsOf(resource);
  const { token } = fieldsOf(sessionToken);
  if (typeof url !== 'string' || typeof token !== 'string' || !URL.canParse(url)) return [];
  const { pathname } = new URL(url);
  const partition = pathname.slice(pathname.lastIndexOf('/') + 1);
  const path =
    typeof refreshUrl === 'string' && URL.canParse(refreshUrl)
      ? new URL(refreshUrl).pathname
      : `/sensors/entities/datafeed-actions/v1/${partition}`;
  return [
    {
      partition,
      url,
      token,
      refreshPath: path,
      refreshQuery: { appId, action_name: 'refresh_active_stream_session' },
      refreshEveryMs: (typeof seconds === 'number' && seconds > 60 ? seconds - 60 : 1500) * 1000,
    },
  ];
}

/** Keeps the session of a feed alive; without it CrowdStrike ends the feed after half an hour. */
export async function refreshFeed(api: Pick<ApiClient, 'send'>, feed: Feed): Promise<void> {
  const request = { method: 'POST' as const, path: feed.refreshPath, query: feed.refreshQuery, scope };
  await (await api.send(request)).body?.cancel();
}

/** Opens the feed behind an offset. */
export async function openFeed(
  feed: Feed,
  offset: number | undefined,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const url = new URL(feed.url);
  if (offset !== undefined) url.searchParams.set('offset', String(offset));
  const response = await fetch(url, {
    headers: { authorization: `Token ${feed.token}`, accept: 'application/json' },
    signal,
  }).catch((error: unknown) => Promise.reject(lost(feed, error)));
  if (response.ok && response.body !== null) return response.body;
  await response.body?.cancel();
  throw lost(feed, new Error(`answered ${response.status}`));
}

/** A feed that ends or breaks is found anew, from the last offset that is stored. */
export function lost(feed: Feed, error: unknown): StreamError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StreamError('upstream_unreachable', `feed ${feed.partition} of the event stream ended: ${reason}`, {
    cause: error,
    retryable: true,
  });
}
