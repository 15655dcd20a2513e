import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canConnect } from '../harness/connect.ts';
import type { Daemon } from '../harness/daemon.ts';
import { deadLettersIn, objects, query } from '../harness/lake.ts';
import { freePort } from '../harness/ports.ts';
import { makeWorkplace, startSluice, type Workplace } from '../harness/sluice.ts';

const run = promisify(execFile);
const requests = 60;
const recordsEach = 20;
const kills = 3;
const token = 'trial-token';

let place: Workplace;
let sluice: Daemon | undefined;

beforeEach(async () => {
  place = await makeWorkplace('app-logs');
});

afterEach(async () => {
  await sluice?.kill();
  await place.remove();
});

const lines = (ids: readonly string[]): string =>
  ids.map((id) => JSON.stringify({ time: new Date().toISOString(), level: 'info', msg: id })).join('\n');

const otlp = (ids: readonly string[]): string => {
  const timeUnixNano = `${Date.now()}000000`;
  const logRecords = ids.map((id) => ({ timeUnixNano, severityNumber: 9, body: { stringValue: id } }));
  return JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
};

/** Sends with curl, again and again until it is told 200. True where the first try was enough. */
async function send(url: string, body: string): Promise<boolean> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const headers = ['-H', `authorization: Bearer ${token}`, '-H', 'content-type: application/json'];
    const args = ['-s', '-m', '60', '-o', '/dev/null', '-w', '%{http_code}', ...headers, '--data-binary', body, url];
    const answer = await run('curl', args).catch(() => undefined);
    if (answer?.stdout === '200') return attempt === 0;
    await sleep(100);
  }
  throw new Error(`${url} has not answered 200 in a minute`);
}

const ways = [
  ['http', '/', lines],
  ['otlp', '/v1/logs', otlp],
] as const;

test.for(ways)(
  '%s: what was acknowledged is in the lake, once, although `sluice run` was killed',
  async ([stream, path, bodyOf]) => {
    const port = await freePort();
    const config = await place.configure(
      {
        shop: {
          connector: 'app-logs',
          stream,
          account: '111122223333',
          spool: {},
          config: { port, bearer_tokens: [token] },
        },
      },
      { flush: { max_age: '1s' } },
    );
    const start = async (): Promise<Daemon> => (sluice = await startSluice(config, () => canConnect(port)));
    await start();
    const sentOnce: string[] = [];
    const sentAgain: string[] = [];
    for (let request = 0; request < requests; request++) {
      const ids = Array.from({ length: recordsEach }, (_, record) => `parcel-${request}-${record}`);
      const sending = send(`http://127.0.0.1:${port}${path}`, bodyOf(ids));
      if (request % (requests / kills) === 10) {
        await sluice?.kill();
        await start();
      }
      ((await sending) ? sentOnce : sentAgain).push(...ids);
    }
    const { code } = (await sluice?.stop(60_000)) ?? {};
    expect(code, sluice?.output()).toBe(0);
    const copies = new Map<string, number>();
    const rows = await query(`SELECT message, count(*)::INT AS copies FROM ${objects(place.lake)} GROUP BY ALL`);
    for (const row of rows) copies.set(JSON.stringify(row['message']), Number(row['copies']));
    // A request that got no answer may have been durable already: its sender sends it a second time.
    expect(sentAgain.filter((id) => !copies.has(JSON.stringify(id)))).toEqual([]);
    expect(sentOnce.filter((id) => copies.get(JSON.stringify(id)) !== 1)).toEqual([]);
    expect(copies.size).toBe(requests * recordsEach);
    expect(await deadLettersIn(place.deadLetters)).toEqual([]);
  },
);
