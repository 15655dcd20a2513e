import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderWith, sluice } from '../testing/child.ts';

const ticker = fileURLToPath(new URL('../../fixtures/connectors/ticker.js', import.meta.url));

function pipeline(name: string, config = '{}'): string {
  return `  ${name}: { connector: ${ticker}, account: external_acme, config: ${config} }\n`;
}

const folderLake = 'version: 1\nlake: { folder: ./lake }\npipelines:\n';
// Nothing listens on port 1: whatever is stored there stays undelivered.
const lostLake =
  'version: 1\nlake: { bucket: my-lake, region: us-east-1, endpoint: "http://127.0.0.1:1" }\nflush: { max_age: 1s }\n';
const received = /"msg":"progress".*"received_events":[1-9]/;
const lookingOften = ['run', 'sluice.yaml', '--progress-every', '100ms'];
const credentials = { AWS_ACCESS_KEY_ID: 'example', AWS_SECRET_ACCESS_KEY: 'example' };

function summaries(log: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  return log.filter(({ msg }) => msg === 'summary');
}

describe('sluice run', { timeout: 30_000 }, () => {
  it('stores what was received when it is told to stop, and exits with 0', async () => {
    const folder = folderWith(folderLake + pipeline('one') + pipeline('two'));
    const child = sluice(['run', 'sluice.yaml', '--progress-every', '100ms'], folder);
    await child.until(/"msg":"progress","pipeline":"two".*"received_events":[1-9]/);
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    const done = summaries(child.log());
    expect(done).toHaveLength(2);
    for (const { received_events: taken, stored_events: stored } of done) {
      expect(taken).toBeGreaterThan(0);
      expect(stored).toBe(taken);
    }
    expect(child.stdout()).toBe('');
    const [counted] = await answerOf(folder, 'SELECT count(*) AS n FROM ticker_event');
    expect(counted).toEqual({ n: done.reduce((all, { stored_events: stored }) => all + Number(stored), 0) });
  });

  it('ends by itself when all inputs have ended, and goes on where it stopped', async () => {
    const folder = folderWith(folderLake + pipeline('one', '{ records: 250 }'));
    const first = sluice(['run', 'sluice.yaml'], folder);
    expect(await first.ended).toBe(0);
    expect(summaries(first.log())).toMatchObject([{ stored_events: 250 }]);
    const second = sluice(['run', 'sluice.yaml'], folder);
    expect(await second.ended).toBe(0);
    expect(summaries(second.log())).toMatchObject([{ received_events: 0 }]);
  });

  it('says at start where the lake is and what flows into it', async () => {
    const folder = folderWith(folderLake + pipeline('one', '{ records: 1 }'));
    const child = sluice(['run', 'sluice.yaml'], folder);
    await child.ended;
    expect(child.log()[0]).toMatchObject({ msg: 'lake', at: join(folder, 'lake'), region: 'us-east-1' });
    expect(child.log()[1]).toMatchObject({
      msg: 'ticker/ticks to ticker-event',
      pipeline: 'one',
      delivery: 'at least once from the source, once in the lake',
    });
  });

  it.each([
    ['permission_denied', 77],
    ['upstream_refused', 69],
    ['bad_config', 78],
    ['not_found', 1],
  ])('when one pipeline fails with %s, drains the others and exits with %d', async (code, exit) => {
    const folder = folderWith(folderLake + pipeline('good') + pipeline('bad', `{ failsWith: ${code} }`));
    const child = sluice(['run', 'sluice.yaml'], folder);
    expect(await child.ended).toBe(exit);
    expect(child.log()).toContainEqual(expect.objectContaining({ level: 'error', pipeline: 'bad', error_code: code }));
    const good = summaries(child.log()).find(({ pipeline: name }) => name === 'good');
    expect(good?.['stored_events']).toBe(good?.['received_events']);
  });

  it('exits with 75 when the drain takes longer than it may', async () => {
    const child = sluice(
      lookingOften,
      folderWith(`${lostLake}drain_limit: 1s\npipelines:\n${pipeline('one')}`),
      credentials,
    );
    await child.until(received);
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(75);
  });

  it('leaves at once with 75 on a second signal', async () => {
    const child = sluice(lookingOften, folderWith(`${lostLake}pipelines:\n${pipeline('one')}`), credentials);
    await child.until(received);
    child.process.kill('SIGINT');
    await child.until(/"msg":"stopping/);
    await sleep(600);
    const asked = performance.now();
    child.process.kill('SIGINT');
    expect(await child.ended).toBe(75);
    expect(performance.now() - asked).toBeLessThan(3000);
  });

  it('takes a signal that comes twice at once for one', async () => {
    const folder = folderWith(`${lostLake}drain_limit: 1s\npipelines:\n${pipeline('one')}`);
    const child = sluice(lookingOften, folder, credentials);
    await child.until(received);
    child.process.kill('SIGTERM');
    await child.until(/"msg":"stopping/);
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(75);
    expect(child.log()).toContainEqual(expect.objectContaining({ error_code: 'drain_timeout' }));
  });

  it('ends although a connector left something open', async () => {
    const folder = folderWith(folderLake + pipeline('one', '{ records: 1, leavesTimer: true }'));
    expect(await sluice(['run', 'sluice.yaml'], folder).ended).toBe(0);
  });

  it('maps and encodes on threads when it is told to', async () => {
    const threaded = pipeline('one', '{ records: 500 }').replace('account:', 'threads: 2, account:');
    const folder = folderWith(folderLake + threaded);
    const child = sluice(['run', 'sluice.yaml'], folder);
    expect(await child.ended).toBe(0);
    expect(await answerOf(folder, 'SELECT count(DISTINCT message) AS n FROM ticker_event')).toEqual([{ n: 500 }]);
  });

  it('writes with the portable encoder when it is told to', async () => {
    const portable = pipeline('one', '{ records: 50 }').replace('account:', 'encoder: portable, account:');
    const folder = folderWith(folderLake + portable);
    const child = sluice(['run', 'sluice.yaml'], folder);
    expect(await child.ended).toBe(0);
    expect(await answerOf(folder, 'SELECT count(DISTINCT message) AS n FROM ticker_event')).toEqual([{ n: 50 }]);
    const written = readdirSync(join(folder, 'lake'), { recursive: true }).map(String);
    expect(written.filter((name) => name.endsWith('.parquet'))).toEqual([expect.stringMatching(/\.gz\.parquet$/)]);
  });

  it('runs nothing of a configuration that does not hold', async () => {
    const folder = folderWith(folderLake + pipeline('one', '{ recrods: 1 }'));
    const child = sluice(['run', 'sluice.yaml'], folder);
    expect(await child.ended).toBe(78);
    expect(child.stderr()).toContain('unknown key "recrods" in pipelines.one.config; did you mean "records"?');
    expect(readdirSync(folder)).toEqual(['sluice.yaml']);
  });

  it('says who runs the pipeline already, and stops', async () => {
    const folder = folderWith(folderLake + pipeline('one'));
    const first = sluice(lookingOften, folder);
    await first.until(received);
    const second = sluice(['run', 'sluice.yaml'], folder);
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toContain(`Pipeline \\"one\\" is run by process ${first.process.pid} on `);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await expectEachOnce(folder, summaries(first.log()));
  });

  it('waits for the run before it when it is told to, and goes on where that has stopped', async () => {
    const folder = folderWith(folderLake + pipeline('one', '{ records: 250 }'));
    const first = sluice(['run', 'sluice.yaml', '--wait'], folder);
    const second = sluice(['run', 'sluice.yaml', '--wait'], folder);
    expect(await first.ended).toBe(0);
    expect(await second.ended).toBe(0);
    const done = [...summaries(first.log()), ...summaries(second.log())];
    await expectEachOnce(folder, done);
    expect(new Set(done.map(({ stored_events: stored }) => stored))).toEqual(new Set([0, 250]));
  });
});

/** What the runs say they have stored is there, and nothing twice. */
async function expectEachOnce(folder: string, done: readonly Record<string, unknown>[]): Promise<void> {
  const n = done.reduce((all, { stored_events: stored }) => all + Number(stored), 0);
  expect(
    await answerOf(folder, 'SELECT count(*) AS n, count(DISTINCT message) AS different FROM ticker_event'),
  ).toEqual([{ n, different: n }]);
}

async function answerOf(folder: string, sql: string): Promise<readonly unknown[]> {
  const child = sluice(['query', '--lake', join(folder, 'lake'), '--format', 'json', sql], folder);
  expect(await child.ended).toBe(0);
  return child
    .stdout()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
