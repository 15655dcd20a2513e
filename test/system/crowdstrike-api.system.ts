import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { objects, query } from '../harness/lake.ts';
import { makeWorkplace, startSluice } from '../harness/sluice.ts';

const alerts = Array.from({ length: 40 }, (_, n) => ({
  composite_id: `c:ind:${n}`,
  display_name: 'Known Malware',
  severity_name: 'High',
  status: n % 2 === 0 ? 'new' : 'closed',
  updated_timestamp: new Date(Date.UTC(2026, 0, 15, 10, n)).toISOString(),
}));
const events = Array.from({ length: 30 }, (_, offset) => ({
  metadata: { offset, eventType: 'AuthActivityAuditEvent', eventCreationTime: 1_768_471_200_000 + offset },
  event: { UserId: 'ada@example.com', UserIp: '192.0.2.10', OperationName: 'userAuthenticate', Success: true },
}));

/** Falcon's API, as far as these streams need it. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
  const json = (value: object): void => void response.end(JSON.stringify(value));
  switch (url.pathname) {
    case '/oauth2/token':
      return json({ access_token: 'token', expires_in: 1799 });
    case '/alerts/queries/alerts/v2': {
      const since = /updated_timestamp:>='([^']+)'/.exec(url.searchParams.get('filter') ?? '')?.[1] ?? '';
      const found = alerts.filter((alert) => alert.updated_timestamp >= since);
      const offset = Number(url.searchParams.get('offset'));
      const page = found.slice(offset, offset + Number(url.searchParams.get('limit')));
      return json({ resources: page.map((alert) => alert.composite_id) });
    }
    case '/alerts/entities/alerts/v2': {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { composite_ids: ids } = JSON.parse(Buffer.concat(chunks).toString()) as { composite_ids: string[] };
        json({ resources: alerts.filter((alert) => ids.includes(alert.composite_id)) });
      });
      return;
    }
    case '/sensors/entities/datafeed/v2':
      return json({
        resources: [{ dataFeedURL: `${url.origin}/feed/0?appId=sluice`, sessionToken: { token: 'session' } }],
      });
    case '/feed/0': {
      const from = Number(url.searchParams.get('offset') ?? 0);
      for (const event of events.slice(from)) response.write(`${JSON.stringify(event)}\r\n`);
      return;
    }
    default:
      response.writeHead(404).end();
  }
}

test(
  'alerts and event streams: an API, a process of its own, a lake, each once, also after a restart',
  { timeout: 180_000 },
  async () => {
    await using stack = new AsyncDisposableStack();
    const place = await makeWorkplace('crowdstrike-api');
    stack.defer(() => place.remove());
    const server = createServer(answer);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    stack.defer(() => {
      server.closeAllConnections();
      server.close();
    });
    const api = {
      base_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      client_id: 'client',
      client_secret: 'a-secret-of-falcon',
    };
    const account = 'external_headquarters';
    const config = await place.configure({
      alerts: {
        connector: 'crowdstrike',
        stream: 'alerts',
        account,
        config: { ...api, look_back: '365d', page_size: 7, poll_every: '1s' },
        sources: { detection_finding: 'falcon-alerts' },
      },
      feed: {
        connector: 'crowdstrike',
        stream: 'event_streams',
        account,
        config: api,
      },
    });
    // The second run finds nothing new.
    for (const counts of [
      [alerts.length, events.length],
      [0, 0],
    ]) {
      const sluice = await startSluice(config, () => Promise.resolve(true));
      stack.defer(async () => void (await sluice.stop(20_000)));
      const said = (): boolean =>
        counts.every((count, at) =>
          sluice
            .output()
            .includes(`"pipeline":"${at === 0 ? 'alerts' : 'feed'}","events_per_second":0,"received_events":${count},`),
        );
      await vi.waitFor(() => expect(said(), sluice.output()).toBe(true), { timeout: 60_000, interval: 200 });
      if (counts[0] === 0) await new Promise((resolve) => setTimeout(resolve, 2000));
      await sluice.stop(30_000);
      expect(sluice.output()).not.toContain(api.client_secret);
    }
    const from = objects(place.lake).replace('filename = true', 'union_by_name = true');
    expect(
      await query(`SELECT class_uid, activity_name, count(*)::INT AS rows FROM ${from} GROUP BY ALL ORDER BY ALL`),
    ).toEqual([
      { class_uid: 2004, activity_name: 'Close', rows: 20 },
      { class_uid: 2004, activity_name: 'Create', rows: 20 },
      { class_uid: 3002, activity_name: 'Logon', rows: 30 },
    ]);
  },
);
