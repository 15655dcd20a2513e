import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { apiKeys } from '../../api/falcon.fixture.ts';

/** The Event Streams API in memory: partitions that stay open, offsets, sessions. */
export interface FakeFeeds {
  readonly config: Record<string, unknown>;
  readonly requests: string[];
  /** Adds an event to a partition, and sends it to whoever listens there. */
  publish(partition: number, event: object): void;
  /** Adds a line to a partition. */
  publishLine(partition: number, line: string): void;
  /** From now on no session is kept alive. */
  refuseRefresh(): void;
  /** Breaks the connections of all open feeds. */
  breakFeeds(): void;
  /** Closes all open feeds, as a server that is shut down. */
  endFeeds(): void;
  close(): Promise<void>;
}

export async function startFeeds(partitions: number): Promise<FakeFeeds> {
  const events = Array.from({ length: partitions }, (): string[] => []);
  const open: { readonly partition: number; readonly response: ServerResponse }[] = [];
  const requests: string[] = [];
  let isRefused = false;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push(`${request.method} ${url.pathname}`);
    const json = (value: object): void =>
      void response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (url.pathname === '/oauth2/token') json({ access_token: 'token', expires_in: 1799 });
    else if (url.pathname === '/sensors/entities/datafeed/v2')
      json({ resources: events.map((_, n) => resource(server, n)), errors: [] });
    else if (url.pathname.includes('/datafeed-actions/')) {
      response.statusCode = isRefused ? 400 : 200;
      json({ errors: [] });
    } else if (url.pathname.startsWith('/feed/') && request.headers.authorization === 'Token session') {
      const partition = Number(url.pathname.slice('/feed/'.length));
      const from = Number(url.searchParams.get('offset') ?? 0);
      response.writeHead(200);
      response.write('\r\n');
      for (const line of (events[partition] ?? []).slice(from)) response.write(line);
      open.push({ partition, response });
    } else response.writeHead(401).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const publishLine = (partition: number, text: string): void => {
    const line = `${text}\r\n`;
    events[partition]?.push(line);
    for (const feed of open) if (feed.partition === partition) feed.response.write(line);
  };
  return {
    config: { ...apiKeys, base_url: `http://127.0.0.1:${portOf(server)}` },
    requests,
    publish(partition, event) {
      const offset = events[partition]?.length ?? 0;
      const metadata = { offset, eventType: 'TestEvent', eventCreationTime: 1_768_471_200_000 };
      publishLine(partition, JSON.stringify({ metadata, event }));
    },
    publishLine,
    refuseRefresh: () => void (isRefused = true),
    endFeeds: () => open.splice(0).forEach(({ response }) => response.end()),
    breakFeeds: () => open.splice(0).forEach(({ response }) => response.destroy()),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function resource(server: Server, partition: number): object {
  const base = `http://127.0.0.1:${portOf(server)}`;
  return {
    dataFeedURL: `${base}/feed/${partition}?appId=sluice`,
    sessionToken: { token: 'session', expiration: '2026-01-15T11:00:00Z' },
    refreshActiveSessionURL: `${base}/sensors/entities/datafeed-actions/v1/${partition}`,
    refreshActiveSessionInterval: 1800,
  };
}
