import { open, rename, writeFile } from 'node:fs/promises';
import type { HostInventory } from './inventory.ts';

/** Longest line that is read back: far more than a host takes. */
const maxLineLength = 65_536;

/** Reads back what `saveHosts` wrote. A file that is not there yet is an empty one. */
export async function loadHosts(inventory: HostInventory, path: string): Promise<void> {
  const file = await open(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return;
  for await (const line of file.readLines()) if (line.length <= maxLineLength) inventory.learn(line);
}

/** Writes the inventory in one step: a crash leaves the file as it was. */
export async function saveHosts(inventory: HostInventory, path: string): Promise<void> {
  const beside = `${path}.new`;
  await writeFile(beside, linesOf(inventory), { mode: 0o600 });
  await rename(beside, path);
}

function* linesOf(inventory: HostInventory): Generator<string, void, undefined> {
  for (const line of inventory.lines()) yield `${line}\n`;
}
