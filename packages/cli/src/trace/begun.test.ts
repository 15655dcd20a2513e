import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openState, type StagedObject } from '@sluice/core';
import { beforeAll, expect, it } from 'vitest';
import { capturedIo } from '../testing/captured-io.ts';
import { trace } from './trace.ts';

const partition = 'ext/doors/region=eu-west-1/accountId=external_acme/eventDay=20260302';
const object: StagedObject = {
  kind: 'lake',
  source: 'doors',
  className: 'base_event',
  account: 'external_acme',
  eventDay: '20260302',
  key: `${partition}/0123456789abcdef0123456789abcdef.zstd.parquet`,
  file: '3-0-0',
  byteLength: 4711,
  rows: 12,
  minTime: Date.UTC(2026, 2, 2, 8),
  maxTime: Date.UTC(2026, 2, 2, 9),
};

let config: string;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-begun-'));
  config = join(folder, 'sluice.yaml');
  const doors = { connector: 'app-logs', stream: 'files', account: 'external_acme', config: { paths: ['doors.log'] } };
  const lake = { folder: './lake', region: 'eu-west-1' };
  writeFileSync(config, JSON.stringify({ version: 1, lake, state: './state', pipelines: { doors } }));
  const state = openState(join(folder, 'state'));
  const claim = await state.claim('doors', { shared: false });
  const held: StagedObject = { ...object, kind: 'held', key: '', file: '2-0-1', rows: 5 };
  await claim.bind({ flush: 3, objects: [object], held: [held] });
  await state.close();
});

async function said(what: string, format: 'text' | 'json' = 'text'): Promise<string> {
  const io = capturedIo();
  expect(await trace(what, { config, format, cacheSize: 1e9 }, io)).toBe(0);
  return io.out();
}

it('tells of an object that a flush has begun and not stored yet', async () => {
  const text = await said('0123456789abcdef0123456789abcdef.zstd.parquet');
  expect(text).toContain(`${object.key} (4711 bytes, begun and not stored yet`);
  expect(text).toMatch(/^ {2}pipeline +doors$/m);
  expect(text).toMatch(/^ {2}events +2026-03-02 08:00:00Z to 2026-03-02 09:00:00Z$/m);
  const json = JSON.parse(await said(object.key, 'json')) as Record<string, unknown>;
  expect(json).toMatchObject({ key: object.key, is_stored: false, pipeline: 'doors', rows: '12' });
});

it('says, of an event that is in no object, what is on its way to the lake', async () => {
  await expect(said('some-event')).rejects.toThrow(
    'pipeline "doors" has begun objects that are not stored yet (1) and holds rows back for later objects (5)',
  );
});

it('makes no state where there is none', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'sluice-begun-'));
  const other = join(empty, 'sluice.yaml');
  const shop = { connector: 'app-logs', stream: 'files', account: 'external_acme', config: { paths: ['x.log'] } };
  writeFileSync(
    other,
    JSON.stringify({ version: 1, lake: { folder: './lake', region: 'x-y-1' }, pipelines: { shop } }),
  );
  const asked = trace('nothing.parquet', { config: other, format: 'text', cacheSize: 1e9 }, capturedIo());
  await expect(asked).rejects.toThrow('there is no object "nothing.parquet"');
});
