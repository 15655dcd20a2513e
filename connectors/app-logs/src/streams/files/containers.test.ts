import { appendFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Reading, temporaryFolder } from './reading.fixture.ts';

const line = (text: string): string => `2026-01-15T12:00:00.123456789Z stdout F ${text}\n`;

/** A pod as a node of Kubernetes has it: `/var/log/containers/*.log` leads by two links to the file. */
async function startPod(folder: string, name: string): Promise<{ readonly file: string; readonly link: string }> {
  const pods = join(folder, 'pods', name, 'shop');
  const runtime = join(folder, 'runtime', name);
  const links = join(folder, 'containers');
  for (const each of [pods, runtime, links]) await mkdir(each, { recursive: true });
  const file = join(runtime, '0.log');
  await writeFile(file, line(`${name} starts`));
  await symlink(file, join(pods, '0.log'));
  const link = join(links, `${name}_default_shop.log`);
  await symlink(join(pods, '0.log'), link);
  return { file, link };
}

const textOf = (lines: readonly string[]): string[] => lines.map((each) => each.split(' F ')[1] ?? each);
const follow = { lingerMs: 0, searchEveryMs: 0 };

test('a chain of links is followed, through a rotation, and each container is read once', async () => {
  await using folder = await temporaryFolder();
  const { file } = await startPod(folder.path, 'cart');
  const paths = [join(folder.path, 'containers', '*.log'), join(folder.path, 'pods', '*', '*', '*.log')];
  await using reading = new Reading({ paths }, { follow });
  expect(textOf(await reading.take(1))).toEqual(['cart starts']);
  await appendFile(file, line('before'));
  await rename(file, `${file}.20260115-120000`);
  await writeFile(file, line('after'));
  expect(textOf(await reading.take(2))).toEqual(['before', 'after']);
  await writeFile(`${file}.20260115-120000.gz`, gzipSync(line('cart starts') + line('before')));
  await rm(`${file}.20260115-120000`);
  expect(await reading.quiet()).toEqual([]);
});

test('a pod that is deleted while it is read is read to its end, and the next one under its name from its start', async () => {
  await using folder = await temporaryFolder();
  const { file, link } = await startPod(folder.path, 'cart');
  await using reading = new Reading({ paths: [join(folder.path, 'containers', '*.log')] }, { follow });
  await reading.take(1);
  await appendFile(file, line('last words'));
  await rm(link);
  await rm(file);
  expect(textOf(await reading.take(1))).toEqual(['last words']);
  await rm(join(folder.path, 'pods'), { recursive: true });
  await startPod(folder.path, 'cart');
  expect(textOf(await reading.take(1))).toEqual(['cart starts']);
  expect(await reading.quiet()).toEqual([]);
});

test('a link that leads nowhere yet is waited for', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'containers'));
  await symlink(join(folder.path, 'later.log'), join(folder.path, 'containers', 'a.log'));
  await using reading = new Reading({ paths: [join(folder.path, 'containers', '*.log')] }, { follow });
  expect(await reading.quiet(5)).toEqual([]);
  await writeFile(join(folder.path, 'later.log'), line('there'));
  expect(textOf(await reading.take(1))).toEqual(['there']);
});
