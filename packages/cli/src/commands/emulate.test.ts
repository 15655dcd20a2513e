import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { folderWith, sluice, type Child } from '../testing/child.ts';

let emulator: Child | undefined;
let folder: string | undefined;

afterEach(async () => {
  emulator?.process.kill('SIGTERM');
  await emulator?.ended;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** What `sluice emulate` tells a shell to export. */
function exported(stdout: string): Readonly<Record<string, string>> {
  const pairs = [...stdout.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const);
  return Object.fromEntries(pairs);
}

const configOf = (bucket: string): string => `
version: 1
lake: { bucket: ${bucket}, region: eu-west-1 }
state: ./state
dead_letters: ./dead-letters
pipelines:
  app:
    connector: app-logs
    account: '111122223333'
    config: { paths: [app.log], follow: false }
`;

test(
  'without an account, a source is registered, written by its role, and found in order',
  { timeout: 180_000 },
  async () => {
    folder = folderWith(configOf('somewhere'));
    emulator = sluice(['emulate', '--region', 'eu-west-1', '--port', '0'], folder);
    await emulator.until(/Ctrl-C/);
    const environment = exported(emulator.stdout());
    const run = async (...args: string[]): Promise<Child & { readonly code: number | null }> => {
      const child = sluice(args, folder ?? '', environment);
      child.process.stdin?.end();
      return { ...child, code: await child.ended };
    };

    const guess = await run('doctor', 'sluice.yaml', '--read-only', '--output', 'json');
    const [bucket = ''] = /aws-security-data-lake-eu-west-1-[a-z0-9]{30}/.exec(guess.stdout()) ?? [];
    writeFileSync(join(folder, 'sluice.yaml'), configOf(bucket));
    writeFileSync(join(folder, 'app.log'), '{"level":"info","msg":"one"}\n{"level":"info","msg":"two"}\n');

    const created = await run('source', 'create', 'sluice.yaml');
    expect(created.code, created.stderr()).toBe(0);
    const ran = await run('run', 'sluice.yaml');
    expect(ran.code, ran.stderr()).toBe(0);
    expect(ran.log().at(-1)).toMatchObject({ msg: 'summary', stored_events: 2, stored_objects: 1 });
    const examined = await run('doctor', 'sluice.yaml', '--output', 'json');
    expect(examined.code, examined.stdout()).toBe(0);

    emulator.process.kill('SIGTERM');
    expect(await emulator.ended).toBe(0);
  },
);
