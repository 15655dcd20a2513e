import type { Batch, Cursor, ReadContext } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiKeys, startFalcon, type FakeFalcon, type StoredAlert } from '../../api/falcon.fixture.ts';
import { alertsConfig, type AlertsConfig } from './config.ts';
import { readAlerts } from './read.ts';

let falcon: FakeFalcon;
const logged: string[] = [];
beforeEach(async () => {
  falcon = await startFalcon();
});
afterEach(() => falcon.server.close());

/** An hour ago and later, so that nothing is at the edge of the present. */
const start = Date.now() - 3_600_000;

function alert(id: number, at: number, more: object = {}): StoredAlert {
  return { composite_id: `c:ind:${id}`, updated_timestamp: new Date(start + at).toISOString(), ...more };
}

function configOf(more: Record<string, unknown>): AlertsConfig {
  const written = { ...apiKeys, base_url: falcon.server.endpoint, poll_every: '1s', overlap: '1m', ...more };
  const parsed = alertsConfig['~standard'].validate(written);
  if (parsed instanceof Promise || parsed.issues !== undefined) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

function contextOf(more: Record<string, unknown>, cursor: Cursor | undefined): ReadContext<AlertsConfig> {
  const log = (message: string): void => void logged.push(message);
  return {
    config: configOf(more),
    signal: new AbortController().signal,
    log: { debug: log, info: log, warn: log, error: log },
    now: Date.now,
    reportBacklog: () => undefined,
    reportDropped: () => undefined,
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function idsOf({ bytes, bounds }: Batch): string[] {
  return Array.from({ length: bounds.length / 2 }, (_, i) => {
    const text = Buffer.from(bytes.subarray(bounds[2 * i], bounds[2 * i + 1])).toString();
    const { composite_id: id, updated_timestamp: updated } = JSON.parse(text) as StoredAlert;
    return `${id.slice('c:ind:'.length)}@${Date.parse(updated) - start}`;
  });
}

/** Reads until as many versions came, and says where it stood then. */
async function read(
  count: number,
  more: Record<string, unknown> = {},
  cursor?: Cursor,
): Promise<{ readonly ids: string[]; readonly cursor: Cursor | undefined }> {
  const ids: string[] = [];
  let last = cursor;
  for await (const batch of readAlerts(contextOf(more, cursor))) {
    ids.push(...idsOf(batch));
    last = batch.cursor === undefined ? last : (JSON.parse(JSON.stringify(batch.cursor)) as Cursor);
    if (ids.length >= count) break;
  }
  return { ids, cursor: last };
}

test('alerts are read page by page, in the order of their changes', async () => {
  falcon.put(...Array.from({ length: 25 }, (_, n) => alert(n, n * 1000)));
  const { ids } = await read(25, { page_size: 4 });
  expect(ids).toEqual(Array.from({ length: 25 }, (_, n) => `${n}@${n * 1000}`));
});

test('an alert that changes while pages are read is neither skipped nor does it make another one be skipped', async () => {
  falcon.put(...Array.from({ length: 12 }, (_, n) => alert(n, n * 1000)));
  let queries = 0;
  falcon.onQuery = () => {
    queries += 1;
    // Alerts of the page that was just found, and of the one before, change: they move to the end.
    if (queries === 2) falcon.put(alert(1, 20_000), alert(4, 21_000));
    if (queries === 3) falcon.put(alert(6, Date.now() - start));
  };
  // Twelve alerts, one of them twice: the others changed before their first version was read.
  const { ids } = await read(13, { page_size: 3 });
  const seen = new Set(ids);
  expect(seen.size).toBe(ids.length);
  for (let n = 0; n < 12; n++)
    expect(
      ids.some((id) => id.startsWith(`${n}@`)),
      `alert ${n}`,
    ).toBe(true);
  expect(ids).toContain('1@20000');
  expect(ids).toContain('4@21000');
});

test('many alerts of one time are all read', async () => {
  falcon.put(...Array.from({ length: 10 }, (_, n) => alert(n, 1000)), alert(99, 2000));
  expect(new Set((await read(11, { page_size: 3 })).ids).size).toBe(11);
});

test('reading goes on from the cursor: nothing again, and what turned up late after all', async () => {
  falcon.put(alert(1, 0), alert(2, 30_000));
  const first = await read(2);
  falcon.put(alert(3, 10_000), alert(2, 40_000, { status: 'closed' }));
  expect((await read(2, {}, first.cursor)).ids).toEqual(['3@10000', '2@40000']);
});

test('a partial answer is completed, and an alert that is gone is left out', async () => {
  falcon.put(alert(1, 0), alert(2, 1000), alert(3, 2000));
  falcon.failing.set('c:ind:2', 1);
  expect((await read(3)).ids).toEqual(['1@0', '2@1000', '3@2000']);
  expect(logged.join()).toContain('asked for again');
});

test.each([
  ['a whole answer', []],
  ['an answer that lacks what stood before it', ['c:ind:0']],
])('what the API gives in place of an alert is read too, once: in %s', async (_, lacking) => {
  if (lacking.length > 0) falcon.put(alert(0, 0));
  for (const id of lacking) falcon.failing.set(id, 1);
  falcon.putAs('c:ind:7', 'no alert', new Date(start + 1).toISOString());
  falcon.put(alert(1, 1000));
  const texts: string[] = [];
  for await (const { bytes, bounds } of readAlerts(contextOf({ poll_every: '100ms' }, undefined))) {
    for (let at = 0; at < bounds.length; at += 2)
      texts.push(Buffer.from(bytes.subarray(bounds[at], bounds[at + 1])).toString());
    if (texts.length === 2 + lacking.length) falcon.put(alert(2, 2000));
    if (texts.some((text) => text.includes('c:ind:2'))) break;
  }
  const given = texts.map((text) => (JSON.parse(text) as Partial<StoredAlert>).composite_id ?? text);
  expect(given.toSorted()).toEqual(['"no alert"', ...lacking, 'c:ind:1', 'c:ind:2']);
});

test('a partial answer that stays partial stops the reading, to be tried again', async () => {
  falcon.put(alert(1, 0), alert(2, 1000));
  falcon.failing.set('c:ind:2', 100);
  await expect(read(2)).rejects.toMatchObject({ code: 'upstream_unreachable', retryable: true });
});

test('a token that is refused is renewed once', async () => {
  falcon.put(alert(1, 0));
  falcon.onQuery = () => {
    if (falcon.requests.length === 2) falcon.expireTokens();
  };
  expect((await read(1)).ids).toEqual(['1@0']);
  expect(falcon.requests.filter((path) => path.endsWith('/oauth2/token'))).toHaveLength(2);
});

test('a rate limit is waited for, as long as it says', async () => {
  falcon.put(alert(1, 0));
  const soon = String(Math.ceil(Date.now() / 1000) + 1);
  falcon.answers.push(
    new Response('{}', { status: 429, headers: { 'retry-after': '0' } }),
    new Response('{}', { status: 429, headers: { 'x-ratelimit-retryafter': soon, 'x-ratelimit-remaining': '0' } }),
  );
  const from = Date.now();
  expect((await read(1)).ids).toEqual(['1@0']);
  expect(Date.now() - from).toBeGreaterThan(200);
});

test('what is missing is named: the scope, or the client', async () => {
  falcon.answers.push(new Response('{"errors":[{"code":403,"message":"access denied"}]}', { status: 403 }));
  await expect(read(1)).rejects.toMatchObject({
    code: 'permission_denied',
    message: expect.stringContaining('"Alerts: read"') as unknown,
  });
  const failure = await read(1, { client_secret: 'another-secret' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'permission_denied' });
  expect(String(failure)).not.toContain('another-secret');
});

test('a server that fails is tried again', async () => {
  falcon.put(alert(1, 0));
  falcon.answers.push(new Response('oops', { status: 500 }));
  expect((await read(1)).ids).toEqual(['1@0']);
});

test('a batch says where its alerts are from, when they were read, and what was seen', async () => {
  falcon.put(alert(1, 0));
  const config = { ...contextOf({}, undefined), now: () => start + 5000 };
  const { value: batch } = await readAlerts(config).next();
  expect(batch).toMatchObject({
    receivedAt: start + 5000,
    origins: [{ transport: 'https', path: `${falcon.server.endpoint}/alerts/entities/alerts/v2` }],
    cursor: { updated: new Date(start).toISOString() },
  });
});

test('alerts are asked for as often as is configured', async () => {
  const stop = new AbortController();
  const reading = readAlerts({ ...contextOf({ poll_every: '1h' }, undefined), signal: stop.signal }).next();
  await expect.poll(() => falcon.requests.filter((path) => path.includes('/queries/')).length).toBe(1);
  await new Promise((done) => setTimeout(done, 200));
  expect(falcon.requests.filter((path) => path.includes('/queries/'))).toHaveLength(1);
  stop.abort();
  expect(await reading).toEqual({ done: true, value: undefined });
});

test('a batch reaches as far as changes of two seconds before the answer, by the clock of the API', async () => {
  const answered = Math.floor(start / 1000) * 1000;
  const before = (ms: number): number => answered - ms - start;
  falcon.put(alert(1, before(3000)), alert(2, before(2000)), alert(3, before(1999)));
  const ids = [...falcon.alerts.keys()];
  falcon.answers.push(
    Response.json({ resources: ids, errors: [] }, { headers: { date: new Date(answered).toUTCString() } }),
  );
  const { value: batch } = await readAlerts(
    contextOf({}, { updated: new Date(answered - 9000).toISOString(), seen: {} }),
  ).next();
  expect(batch?.bounds).toHaveLength(6);
  expect(batch?.cursor).toMatchObject({ updated: new Date(answered - 2000).toISOString() });
});
