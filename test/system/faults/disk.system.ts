import { appendFile, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { canConnect } from '../../harness/connect.ts';
import { startDaemon, type Daemon } from '../../harness/daemon.ts';
import { objects, query } from '../../harness/lake.ts';
import { freePort } from '../../harness/ports.ts';
import { makeWorkplace, runSluice, sluicePath, startSluice, type Workplace } from '../../harness/sluice.ts';
import { sendBytes } from '../../harness/sockets.ts';
import { mountTmpfs, type Mount } from '../harness/mounts.ts';

/** Without the right to mount (not root, or a sandbox) these tests cannot run, and say so. */
let canMount = false;
let place: Workplace;
let mount: Mount | undefined;
let log: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-mount-'));
  const trial = await mountTmpfs(folder, '1m');
  canMount = trial !== undefined;
  await trial?.unmount();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  place = await makeWorkplace('disk');
  log = join(place.folder, 'service.log');
  await writeFile(log, linesOf(0, 500));
});

afterEach(async () => {
  await mount?.unmount();
  mount = undefined;
  await place.remove();
});

afterAll(() => {
  if (!canMount) process.stderr.write('skipped: this process may not mount file systems\n');
});

/** Events of today: late ones may wait for more of their day. */
const begin = Date.now();

const linesOf = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `{"time":${begin + from + index},"msg":"line ${from + index}"}\n`).join(
    '',
  );

const filePipeline = (follow: boolean): Readonly<Record<string, unknown>> => ({
  connector: 'app-logs',
  stream: 'files',
  account: '111122223333',
  config: { paths: [log], follow, format: 'json' },
});

const quickFlush = { flush: { max_age: '1s', max_memory: '1MiB' } };

function storedEvents(sluice: Daemon): number {
  const all = [...sluice.output().matchAll(/"pipeline":"(\w+)","events_per_second":\d+,.*?"stored_events":(\d+)/g)];
  const latest = new Map(all.map(([, pipeline, count]) => [pipeline, Number(count)]));
  return [...latest.values()].reduce((total, count) => total + count, 0);
}

async function rows(): Promise<unknown> {
  return query(`SELECT count(*)::INT AS rows, count(DISTINCT message)::INT AS different FROM ${objects(place.lake)}`);
}

test('a full disk stops the inputs, and they go on when there is room', async (context) => {
  if (!canMount) return context.skip('this process may not mount file systems');
  const state = join(place.folder, 'state');
  mount = await mountTmpfs(state, '12m');
  const port = await freePort();
  const config = await place.configure(
    {
      service: filePipeline(true),
      servers: {
        connector: 'syslog',
        account: '111122223333',
        config: { listen: [{ transport: 'tcp', port }] },
        spool: { max_size: '16MiB' },
      },
    },
    quickFlush,
  );
  const sluice = await startSluice(config, () => canConnect(port));
  await expect.poll(() => storedEvents(sluice), { timeout: 30_000 }).toBe(500);
  await fill(join(state, 'filler'));
  const messages = Array.from(
    { length: 500 },
    (_, index) => `<30>1 - - app - - - message ${index} ${'x'.repeat(500)}\n`,
  );
  const sending = sendBytes(port, messages.join(''));
  await appendFile(log, linesOf(500, 500));
  await expect.poll(() => sluice.output(), { timeout: 30_000 }).toMatch(/No space left/);
  await rm(join(state, 'filler'));
  await sending;
  await expect.poll(() => storedEvents(sluice), { timeout: 60_000 }).toBe(1500);
  expect((await sluice.stop()).code, sluice.output()).toBe(0);
  expect(await rows()).toEqual([{ rows: 1500, different: 1500 }]);
});

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const size of [1024 * 1024, 4096, 1]) {
      const chunk = Buffer.alloc(size);
      for (;;) await file.writeFile(chunk);
    }
  } catch {
    // Full: that was wanted. What is smaller than a page may still fit.
    await appendFile(path, Buffer.alloc(4096)).catch(() => undefined);
  } finally {
    await file.close();
  }
}

test('a lake that turns read-only is waited for', async (context) => {
  if (!canMount) return context.skip('this process may not mount file systems');
  mount = await mountTmpfs(place.lake, '50m');
  const sluice = await startSluice(await place.configure({ service: filePipeline(true) }, quickFlush), () =>
    Promise.resolve(true),
  );
  await expect.poll(() => storedEvents(sluice), { timeout: 30_000 }).toBe(500);
  await mount?.remount('ro');
  await appendFile(log, linesOf(500, 500));
  await expect.poll(() => sluice.output(), { timeout: 30_000 }).toMatch(/read-only file system/);
  await mount?.remount('rw');
  await expect.poll(() => storedEvents(sluice), { timeout: 30_000 }).toBe(1000);
  expect((await sluice.stop()).code, sluice.output()).toBe(0);
  expect(await rows()).toEqual([{ rows: 1000, different: 1000 }]);
});

/** `sluice run` whose syncs fail as strace injects it; the process that is started is the one of sluice. */
function startWithFailingSync(config: string, when: string, calls = 'fsync,fdatasync'): Promise<Daemon> {
  const inject = `inject=${calls}:error=EIO:when=${when}`;
  const sluice = [
    process.execPath,
    '--conditions=source',
    sluicePath,
    'run',
    '--log-format=json',
    '--progress-every=200ms',
    config,
  ];
  return startDaemon({
    command: 'strace',
    args: ['-D', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', inject, ...sluice],
    env: { NODE_OPTIONS: '' },
    ready: () => Promise.resolve(true),
  });
}

test.each(['1+', '3..6', '5+3'])(
  'syncs that fail (%s) lose nothing: what is not on disk is not taken for stored',
  async (when) => {
    const config = await place.configure({ service: filePipeline(false) }, quickFlush);
    const failing = await startWithFailingSync(config, when);
    const limit = setTimeout(() => failing.signal('SIGKILL'), 12_000);
    await failing.exited;
    clearTimeout(limit);
    const { code, output } = await runSluice(config);
    expect(code, output).toBe(0);
    expect(await rows()).toEqual([{ rows: 500, different: 500 }]);
  },
);

test('a spool whose sync fails writes the records again, and has them once', async () => {
  const port = await freePort();
  const config = await place.configure(
    {
      servers: {
        connector: 'syslog',
        account: '111122223333',
        config: { listen: [{ transport: 'tcp', port }] },
        spool: {},
      },
    },
    { flush: { max_age: '1h' } },
  );
  // Each thread counts its own calls.
  const failing = await startWithFailingSync(config, '2+2', 'fdatasync');
  await expect.poll(() => canConnect(port), { timeout: 30_000 }).toBe(true);
  for (let piece = 0; piece < 20; piece++) {
    const messages = Array.from({ length: 20 }, (_, index) => `<30>1 - - app - - - message ${20 * piece + index}\n`);
    await sendBytes(port, messages.join(''));
    await sleep(30);
  }
  await expect.poll(() => failing.output(), { timeout: 30_000 }).toMatch(/"spooled_events":400/);
  expect(failing.output()).toContain('The spool waits');
  await failing.kill();
  const sluice = await startSluice(config, () => canConnect(port));
  expect((await sluice.stop()).code, sluice.output()).toBe(0);
  expect(await rows()).toEqual([{ rows: 400, different: 400 }]);
});
