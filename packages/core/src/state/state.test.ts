import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openState } from './sqlite-state.ts';
import type { StateStore } from './state-store.ts';

let folder: string;
let opened: StateStore[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-state-'));
});
afterEach(async () => {
  for (const state of opened) await state.close();
  opened = [];
  await rm(folder, { recursive: true, force: true });
});

function open(now?: () => number): StateStore {
  const state = openState(folder, now === undefined ? {} : { now });
  opened.push(state);
  return state;
}

/** Claims the pipeline in a process of its own, says how that went, and dies by a signal. */
function claimElsewhere(code: string): string {
  const script = `
    const { openState } = await import(${JSON.stringify(new URL('./sqlite-state.ts', import.meta.url).href)});
    const state = openState(${JSON.stringify(folder)});
    try { ${code} } catch (error) { console.log(error.code, error.message); }
    process.kill(process.pid, 'SIGKILL');`;
  return spawnSync(process.execPath, ['--conditions=source', '--no-warnings', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  }).stdout;
}

test('state outlives the process', async () => {
  const first = open();
  const claim = await first.claim('office', { shared: false });
  await claim.commit({ flush: 0, objects: [], cursor: 'c' });
  await claim.bind({ flush: 1, objects: [], cursor: 'd' });
  await first.close();
  const { resumed } = await open().claim('office', { shared: false });
  expect(resumed).toEqual({ flush: 1, cursor: 'c', intent: { flush: 1, objects: [], cursor: 'd' } });
});

test('a second process on one pipeline is told who has it, and has it when the first is gone', async () => {
  const claim = await open().claim('office', { shared: false });
  const run = (): string => claimElsewhere(`await state.claim('office', { shared: false }); console.log('claimed');`);
  expect(run()).toMatch(/^state_locked Pipeline "office" is run by process \d+ on \S+, since .* with the state in/);
  await claim.release();
  expect(run()).toBe('claimed\n');
  // It was killed: its lock went with it.
  expect((await open().claim('office', { shared: false })).slot).toBe('main');
});

test('pipelines of one state do not stand in each other\u2019s way', async () => {
  await open().claim('office', { shared: false });
  expect(claimElsewhere(`await state.claim('shop', { shared: false }); console.log('claimed');`)).toBe('claimed\n');
});

test('what a killed worker of a queue began is handed to the next that looks', async () => {
  const mine = await open().claim('queue', { shared: true });
  claimElsewhere(`
    const claim = await state.claim('queue', { shared: true });
    await claim.bind({ flush: 0, objects: [], units: [{ id: 'm1', from: 0, to: 3 }] });`);
  expect(await mine.units(['m1'])).toEqual(new Map([['m1', { records: 3, isStored: false }]]));
  const [left] = await mine.abandoned();
  expect(left).toMatchObject({ slot: 'w1', resumed: { flush: 0, intent: { units: [{ id: 'm1' }] } } });
  await left?.commit(left.resumed.intent ?? { flush: 0, objects: [] });
  await left?.release();
  expect(await mine.units(['m1'])).toEqual(new Map([['m1', { records: 3, isStored: true }]]));
  expect(await mine.abandoned()).toEqual([]);
});

test('a state of an earlier version is taken over, with the flush that it had begun', async () => {
  await open().close();
  const database = new DatabaseSync(join(folder, 'state.db'));
  database.exec(`DROP TABLE worker;
    CREATE TABLE pipeline (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
    CREATE TABLE intent (pipeline TEXT PRIMARY KEY, intent TEXT NOT NULL) STRICT;
    INSERT INTO pipeline VALUES ('office', '{"flush":4,"cursor":{"offset":7}}'), ('shop', '{"flush":1}');
    INSERT INTO intent VALUES ('office', '{"flush":4,"objects":[]}'), ('new', '{"flush":0,"objects":[]}');`);
  database.close();
  const state = open();
  expect(await state.look('office')).toEqual({ flush: 4, cursor: { offset: 7 }, intent: { flush: 4, objects: [] } });
  expect(await state.look('shop')).toEqual({ flush: 1 });
  expect(await state.look('new')).toEqual({ flush: 0, intent: { flush: 0, objects: [] } });
});

test('units are remembered for longer than a queue keeps a message, and then forgotten', async () => {
  let now = 0;
  const claim = await open(() => now).claim('queue', { shared: true });
  const store = async (flush: number, id: string): Promise<void> => {
    const intent = { flush, objects: [], units: [{ id, from: 0, to: 1 }] };
    await claim.bind(intent);
    await claim.commit(intent);
  };
  await store(0, 'old');
  now = 15 * 86_400_000;
  await store(1, 'new');
  expect((await claim.units(['old', 'new'])).size).toBe(2);
  now = 17 * 86_400_000;
  await store(2, 'newest');
  expect([...(await claim.units(['old', 'new', 'newest'])).keys()]).toEqual(['new', 'newest']);
});

test('processes that start at once on a new state all come to use it', async () => {
  const script = `
    const { openState } = await import(${JSON.stringify(new URL('./sqlite-state.ts', import.meta.url).href)});
    const state = openState(${JSON.stringify(folder)});
    const claim = await state.claim('queue', { shared: true });
    await claim.bind({ flush: 0, objects: [], units: [{ id: String(process.pid), from: 0, to: 1 }] });
    console.log(claim.slot);
    process.stdin.resume();
    process.stdin.on('end', () => process.exit());`;
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--conditions=source', '--no-warnings', '--input-type=module', '-e', script]),
  );
  const slots = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()));
  expect(slots.toSorted()).toEqual(['w0', 'w1', 'w2', 'w3']);
  for (const child of children) child.stdin.end();
  await Promise.all(children.map((child) => once(child, 'exit')));
}, 30_000);
