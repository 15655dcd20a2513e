import type { Cursor, ReadContext } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiKeys, startFalcon, type FakeFalcon, type StoredAlert } from '../../api/falcon.fixture.ts';
import { alertsConfig, type AlertsConfig } from './config.ts';
import { readAlerts } from './read.ts';

let falcon: FakeFalcon;
let stop: AbortController;
let warnings: unknown[];
beforeEach(async () => {
  falcon = await startFalcon();
  stop = new AbortController();
  warnings = [];
});
afterEach(() => falcon.server.close());

/** An hour ago, so that nothing is at the edge of the present. */
const start = Date.now() - 3_600_000;

function timeAt(ms: number): string {
  return new Date(start + ms).toISOString();
}

function alert(id: number, updated: string): StoredAlert {
  return { composite_id: `c:ind:${id}`, updated_timestamp: updated };
}

function contextOf(more: Record<string, unknown>, cursor: Cursor): ReadContext<AlertsConfig> {
  const written = { ...apiKeys, base_url: falcon.server.endpoint, poll_every: '100ms', overlap: '1s', ...more };
  const parsed = alertsConfig['~standard'].validate(written);
  if (parsed instanceof Promise || parsed.issues !== undefined) throw new Error(JSON.stringify(parsed));
  const ignore = (): void => undefined;
  return {
    config: parsed.value,
    // A reading that never gets as far as its test expects ends anyway.
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(4000)]),
    log: { debug: ignore, info: ignore, warn: (_, fields) => void warnings.push(fields), error: ignore },
    now: Date.now,
    reportBacklog: ignore,
    reportDropped: ignore,
    cursor,
  };
}

interface Read {
  readonly texts: readonly string[];
  readonly cursor: Cursor | undefined;
}

/** Reads until it is told to stop, or so many records came. */
async function read(count = Infinity, more: Record<string, unknown> = {}): Promise<Read> {
  const texts: string[] = [];
  let last: Cursor | undefined;
  for await (const { bytes, bounds, cursor } of readAlerts(contextOf(more, { updated: timeAt(0), seen: {} }))) {
    for (let at = 0; at < bounds.length; at += 2)
      texts.push(Buffer.from(bytes.subarray(bounds[at], bounds[at + 1])).toString());
    last = cursor;
    if (texts.length >= count) break;
  }
  return { texts, cursor: last };
}

/** The first questions for ids, each as what it asks for. */
async function firstQueries(count: number, more: Record<string, unknown>): Promise<readonly unknown[]> {
  falcon.onQuery = () => {
    if (falcon.queries.length === count) stop.abort();
  };
  await read(Infinity, more);
  return falcon.queries.map((query) => [query.get('filter'), Number(query.get('offset')), Number(query.get('limit'))]);
}

function since(ms: number): string {
  return `updated_timestamp:>='${timeAt(ms)}'`;
}

function asksForAlerts(): number {
  return falcon.requests.filter((request) => request === 'POST /alerts/entities/alerts/v2').length;
}

test('a page begins with the time where the last one ended; among alerts of one time, with a place', async () => {
  falcon.put(...[0, 1000, 2000, 2000, 2000, 3000].map((at, id) => alert(id, timeAt(at))));
  expect(await firstQueries(5, { page_size: 2 })).toEqual([
    [since(-1000), 0, 2],
    [since(1000), 0, 2],
    [since(2000), 0, 2],
    [since(2000), 2, 2],
    [since(3000), 0, 2],
  ]);
});

test('no place is asked for that CrowdStrike refuses: the 10,000th and later ones', async () => {
  falcon.put(...Array.from({ length: 10_500 }, (_, id) => alert(id, timeAt(1000))));
  const queries = await firstQueries(12, { page_size: 1000 });
  const places = [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000];
  expect(queries).toEqual([
    [since(-1000), 0, 1000],
    ...[0, ...places].map((place) => [since(1000), place, 1000]),
    [since(0), 0, 1000],
  ]);
});

test('only the alerts are asked for that are configured', async () => {
  expect(await firstQueries(1, { filter: "product:'epp',product:'idp'" })).toEqual([
    [`${since(-1000)}+(product:'epp',product:'idp')`, 0, 500],
  ]);
});

test('of alerts that changed within a millisecond, the last says how far was read', async () => {
  const [first, last] = ['123', '456'].map((micros) => timeAt(1000).replace('Z', `${micros}Z`));
  falcon.put(alert(1, first ?? ''), alert(2, last ?? ''));
  expect((await read(2)).cursor).toMatchObject({ updated: last });
});

test('what lacks in an answer is asked for again, and nothing else', async () => {
  falcon.put(...[1, 2, 3].map((id) => alert(id, timeAt(id))));
  falcon.failing.set('c:ind:2', 1);
  expect((await read(3)).texts).toHaveLength(3);
  expect([asksForAlerts(), falcon.taken]).toEqual([2, 3]);
  expect(warnings).toEqual([{ missing: 1, message: 'alert c:ind:2' }]);
});

test('an alert that is gone is left out, and not asked for again', async () => {
  falcon.put(...[1, 2, 3].map((id) => alert(id, timeAt(id))));
  falcon.onQuery = () => void falcon.alerts.delete('c:ind:2');
  const { texts } = await read(2);
  expect(texts.map((text) => (JSON.parse(text) as StoredAlert).composite_id)).toEqual(['c:ind:1', 'c:ind:3']);
  expect([asksForAlerts(), warnings]).toEqual([1, []]);
});

test.each([
  ['its reason', { code: 500, message: 'shard is down' }, 'shard is down'],
  ['that there is none', { code: 500 }, 'no reason'],
])('an alert that stays away is asked for four times, and said with %s', async (_, error, reason) => {
  falcon.answers.push(Response.json({ resources: ['c:ind:1'], errors: [] }));
  for (let time = 0; time < 5; time++)
    falcon.answers.push(Response.json({ resources: [], errors: [error] }, { status: 207 }));
  await expect(read()).rejects.toMatchObject({
    code: 'upstream_unreachable',
    message: `some of 1 alerts could not be read: ${reason}`,
  });
  expect(asksForAlerts()).toBe(4);
});

test('who may find alerts and not read them is told which scope is missing', async () => {
  falcon.answers.push(
    Response.json({ resources: ['c:ind:1'], errors: [] }),
    Response.json({ resources: [], errors: [{ code: 403, message: 'access denied' }] }, { status: 403 }),
  );
  await expect(read()).rejects.toMatchObject({
    code: 'permission_denied',
    message: expect.stringContaining('"Alerts: read"') as unknown,
  });
});

test('an alert that does not say when it changed is read once', async () => {
  const odd = ['soon', 'later', undefined].map((time, id) => ({ composite_id: `odd:${id}`, updated_timestamp: time }));
  const put = (id: number): void => falcon.putAs(`odd:${id}`, odd[id], timeAt(1000));
  put(0);
  falcon.onQuery = () => {
    // One more with every second question; those that are there are found again each time.
    if (falcon.queries.length === 2) put(1);
    if (falcon.queries.length === 4) put(2);
    if (falcon.queries.length === 7) stop.abort();
  };
  const { texts } = await read();
  expect(texts).toEqual(odd.map((value) => JSON.stringify(value)));
});
