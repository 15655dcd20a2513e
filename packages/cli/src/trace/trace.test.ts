import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore, openLake } from '@sluice/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../testing/captured-io.ts';
import { trace, type TraceOptions } from './trace.ts';

let lake: string;
beforeAll(async () => {
  lake = mkdtempSync(join(tmpdir(), 'sluice-trace-'));
  const writer = await openLake({
    store: folderStore(lake),
    region: 'eu-west-1',
    account: 'external_acme',
    product: { vendor_name: 'Example', name: 'Door' },
    writer: 'doors',
    sources: [{ name: 'door-event', class: 'base_event', profiles: [], columns: [] }],
  });
  const event = (uid: string, day: number) => ({
    class_uid: 0,
    activity_id: 0,
    severity_id: 1,
    time: Date.UTC(2026, 2, day),
    metadata: { uid },
  });
  await writer.write([
    event('first', 1),
    event('second', 2),
    event('twice', 1),
    event('twice', 2),
    event("o'clock", 3),
  ]);
  await writer.close();
});

async function said(what: string, options: Partial<TraceOptions> = {}): Promise<string> {
  const io = capturedIo();
  expect(await trace(what, { lake, format: 'text', cacheSize: 1e9, ...options }, io)).toBe(0);
  return io.out();
}

describe('a trace', () => {
  it('leads from an event to the object that holds it, and to what that came from', async () => {
    const text = await said('second');
    expect(text).toMatch(
      /^ext\/door-event\/region=eu-west-1\/accountId=external_acme\/eventDay=20260302\/[0-9a-f]{32}\.zstd\.parquet \(\d+ bytes, holds the event once\)\n/,
    );
    expect(text).toMatch(/^ {2}pipeline +doors$/m);
    expect(text).toMatch(/^ {2}source +door-event$/m);
    expect(text).toMatch(/^ {2}ocsf +1\.3\.0$/m);
    expect(text).toMatch(/^ {2}range +flush 0$/m);
  });

  it('names every object where an event is in several', async () => {
    const lines = (await said('twice', { format: 'json' })).trim().split('\n');
    const days = lines.map((line) => (JSON.parse(line) as { event_day: string }).event_day);
    expect(days).toEqual(['20260302', '20260301']);
    expect(await said('twice', { day: '20260301' })).not.toContain('20260302');
  });

  it('leads from an object, by the end of its key, to its input', async () => {
    const [key = ''] = (await said('first')).split(' ');
    const name = key.slice(key.lastIndexOf('/') + 1);
    for (const what of [key, name, join(lake, key)]) expect(await said(what)).toMatch(/^ {2}pipeline +doors$/m);
  });

  it('takes an identifier as text, never as SQL', async () => {
    expect(await said("o'clock")).toContain('20260303');
    await expect(said("' OR '1' = '1")).rejects.toThrow('no event with metadata.uid');
  });

  it('says that there is no such event or object', async () => {
    await expect(said('third')).rejects.toThrow('no event with metadata.uid "third"');
    await expect(said('nothing.parquet')).rejects.toThrow('there is no object "nothing.parquet"');
  });
});
