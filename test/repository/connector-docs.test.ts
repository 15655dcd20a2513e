import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { run } from '../harness/command.ts';
import { sluicePath } from '../harness/sluice.ts';
import { root } from './files.ts';

const folders = ['connectors', 'examples']
  .flatMap((name) => readdirSync(join(root, name)).map((folder) => join(name, folder)))
  .filter((folder) => existsSync(join(root, folder, 'columns.lock.json')));

/** `sluice connector docs` writes both; `npm run generate` in packages/cli does it for all connectors of this repository. */
test.concurrent.each(folders)('the README of %s says what it does', async (folder) => {
  await run(process.execPath, [sluicePath, 'connector', 'docs', join(root, folder), '--check']);
});
