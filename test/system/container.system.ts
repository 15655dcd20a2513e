import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../harness/command.ts';
import { freePort } from '../harness/ports.ts';
import { startContainers, type Containers } from './harness/containers.ts';

/** The image of a connector, built by a real engine from the shared Dockerfile, and run as a careful platform team would. */
const clone = join(import.meta.dirname, '../..');
const bin = join(clone, 'packages/cli/bin/sluice.js');
const image = 'sluice-connector-syslog:0.0.0';
const minutes = 60_000;

let folder: string;
let containers: Containers;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-image-'));
  containers = await startContainers();
}, 5 * minutes);
afterAll(async () => {
  await (containers as Containers | undefined)?.close();
  await rm(folder, { recursive: true, force: true });
});

test('connector image builds a container with the engine that is there', { timeout: 10 * minutes }, async () => {
  const args = [bin, 'connector', 'image', join(clone, 'connectors/syslog'), '--context', join(folder, 'context')];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, ...containers.environment },
  });
  expect(stdout).toContain(`Built ${image} with podman.`);
});

test(
  'the container runs as nobody special on a read-only system, and stores what it has when it is stopped',
  { timeout: 5 * minutes },
  async () => {
    const port = await freePort();
    await configure(port);
    await containers.podman('run', '--detach', ...hardened, ...mounts(), image);
    try {
      await until(async () => (await logs()).includes('"msg":"listening"'));
      await run('logger', ['-n', '127.0.0.1', '-P', String(port), '-T', '-t', 'sshd[812]', failedLogin]);
      await until(async () =>
        (await ownMetrics()).includes('sluice_received_events_total{pipeline="servers",connector="syslog"} 1'),
      );
      expect(await containers.podman('exec', 'sluice', 'cat', '/proc/1/status')).toMatch(
        /Uid:\s+1000[^]*CapEff:\s+0+\n/,
      );
      await containers.podman('stop', '--time', '60', 'sluice');
      const ended = await containers.podman('inspect', '--format', '{{.State.ExitCode}}', 'sluice');
      expect(ended.trim(), await logs()).toBe('0');
      expect(await query('SELECT "user".name AS who FROM syslog_auth')).toBe('{"who":"root"}');
    } finally {
      await containers.podman('rm', '--force', 'sluice');
    }
  },
);

test(
  'a container with a wrong configuration says what is wrong and exits with 78',
  { timeout: 2 * minutes },
  async () => {
    await writeFile(join(folder, 'sluice.yaml'), 'version: 1\nlake: { foldr: ./lake }\npipelines: {}\n');
    const failure: unknown = await containers
      .podman('run', '--rm', ...hardened, ...mounts(), image)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 78 });
    expect(String(failure)).toContain('did you mean "folder"?');
  },
);

const failedLogin = 'Failed password for root from 203.0.113.66 port 52122 ssh2';
const hardened =
  '--name sluice --network host --read-only --cap-drop all --security-opt no-new-privileges --memory 512m --tmpfs /tmp'.split(
    ' ',
  );

function mounts(): readonly string[] {
  const places = ['state', 'lake', 'dead-letters'].map((name) => `${folder}/${name}:/sluice/${name}`);
  return [`${folder}/sluice.yaml:/sluice/sluice.yaml:ro`, ...places].flatMap((mount) => ['--volume', mount]);
}

let metricsPort: number;

async function configure(port: number): Promise<void> {
  metricsPort = await freePort();
  for (const name of ['state', 'lake', 'dead-letters']) {
    await mkdir(join(folder, name));
    // The container's user is another than the one that runs the tests.
    await chmod(join(folder, name), 0o777);
  }
  const configuration = `version: 1
lake: { folder: ./lake, region: eu-central-1 }
state: ./state
metrics: { listen: '127.0.0.1:${metricsPort}' }
pipelines:
  servers:
    connector: syslog
    account: external_headquarters
    config: { listen: [{ transport: tcp, port: ${port} }] }
`;
  await writeFile(join(folder, 'sluice.yaml'), configuration);
}

async function logs(): Promise<string> {
  return containers.podman('logs', 'sluice');
}

async function ownMetrics(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
}

async function query(sql: string): Promise<string> {
  const args = [bin, 'query', '--lake', join(folder, 'lake'), '--format', 'json', sql];
  return (await run(process.execPath, args)).trim();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + minutes;
  while (!(await holds())) {
    if (performance.now() > end)
      throw new Error(`It did not happen within a minute. The container said:\n${await logs()}`);
    await sleep(200);
  }
}
