import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryState } from './memory-state.ts';
import { openState } from './sqlite-state.ts';
import type { FlushIntent } from './state-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-state-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const intent: FlushIntent = { flush: 3, objects: [], cursor: { offset: 7 } };

describe.each([
  ['SQLite', () => openState(folder)],
  ['memory', () => memoryState()],
])('state in %s', (_, open) => {
  test('a pipeline that never ran stands at its beginning', () => {
    const state = open();
    expect(state.load('office')).toEqual({ flush: 0 });
    expect(state.loadIntent('office')).toBeUndefined();
    state.close();
  });

  test('a commit moves the pipeline on and forgets the intent, for this pipeline alone', () => {
    const state = open();
    state.saveIntent('office', intent);
    state.saveIntent('shop', intent);
    expect(state.loadIntent('office')).toEqual(intent);
    state.commit('office', { flush: 4, cursor: { offset: 7 } });
    expect(state.load('office')).toEqual({ flush: 4, cursor: { offset: 7 } });
    expect(state.loadIntent('office')).toBeUndefined();
    expect(state.loadIntent('shop')).toEqual(intent);
    state.close();
  });
});

test('state outlives the process', () => {
  const first = openState(folder);
  first.commit('office', { flush: 1, cursor: 'c' });
  first.saveIntent('office', intent);
  first.close();
  const second = openState(folder);
  expect(second.load('office')).toEqual({ flush: 1, cursor: 'c' });
  expect(second.loadIntent('office')).toEqual(intent);
  second.close();
});

test('a second process that opens the same state is told who has it', () => {
  const state = openState(folder);
  const script = `
    const { openState } = await import(${JSON.stringify(new URL('./sqlite-state.ts', import.meta.url).href)});
    try { openState(${JSON.stringify(folder)}); console.log('opened'); } catch (error) { console.log(error.code, error.message); }`;
  const run = (): string =>
    spawnSync(process.execPath, ['--conditions=source', '--no-warnings', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    }).stdout;
  expect(run()).toMatch(/^state_locked Another process uses the state in .*sluice-state-/);
  state.close();
  expect(run()).toBe('opened\n');
});
