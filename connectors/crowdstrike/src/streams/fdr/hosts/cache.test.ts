import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadHosts, saveHosts } from './cache.ts';
import { HostInventory } from './inventory.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-hosts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what is saved is loaded again, and no other user may read it', async () => {
  const path = join(folder, 'hosts');
  const [inventory, other] = [new HostInventory(9), new HostInventory(9)];
  for (const aid of ['a1', 'a2']) inventory.learn(JSON.stringify({ aid, Time: '6', City: 'Paris' }));
  await saveHosts(inventory, path);
  await loadHosts(other, path);
  expect([...other.lines()]).toEqual([...inventory.lines()]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['hosts']);
});

test('a file that is not there yet is an empty one; one that cannot be read is an error', async () => {
  const inventory = new HostInventory(9);
  await loadHosts(inventory, join(folder, 'none'));
  expect(inventory.size).toBe(0);
  await writeFile(join(folder, 'file'), '');
  await expect(loadHosts(inventory, join(folder, 'file', 'hosts'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('a line that is longer than a host can be is passed over', async () => {
  const path = join(folder, 'hosts');
  const lineOf = (aid: string, length: number): string => {
    const start = `{"aid":"${aid}","x":"`;
    return `${start}${'x'.repeat(length - start.length - 2)}"}`;
  };
  await writeFile(path, `${lineOf('a1', 65_536)}\n${lineOf('a2', 65_537)}\n`);
  const inventory = new HostInventory(9);
  await loadHosts(inventory, path);
  expect([...inventory.lines()]).toEqual(['{"aid":"a1","Time":0}']);
});
