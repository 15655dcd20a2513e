import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFiles } from './read.ts';

let folder: string;
let stop: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-findings-'));
  stop = new AbortController();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function follow(pollMs: number): AsyncGenerator<Batch, void, undefined> {
  const nothing = (): undefined => undefined;
  return readFiles({
    config: { paths: [join(folder, '*.json')], follow: true, pollMs, maxFileBytes: 1e6 },
    signal: stop.signal,
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    now: () => 1,
    reportBacklog: nothing,
    reportDropped: nothing,
  });
}

test('files are read as they come, and as they are written anew, until it is told to stop', async () => {
  const batches = follow(10);
  await writeFile(join(folder, 'a.json'), '{"Id":1}');
  expect(await textOf(batches.next())).toBe('{"Id":1}');
  await writeFile(join(folder, 'b.json'), '{"Id":2}');
  expect(await textOf(batches.next())).toBe('{"Id":2}');
  await writeFile(join(folder, 'a.json'), '{"Id":"one"}');
  expect(await textOf(batches.next())).toBe('{"Id":"one"}');
  const next = batches.next();
  stop.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('a file is not read before a second look finds it the same, and waiting for that ends when it is told to stop', async () => {
  await writeFile(join(folder, 'a.json'), '{"Id":1}');
  const next = follow(3_600_000).next();
  await sleep(200);
  stop.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});

async function textOf(next: Promise<IteratorResult<Batch, void>>): Promise<string> {
  const { value } = await next;
  return Buffer.from(value?.bytes ?? []).toString();
}
