import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * Somebody who has never seen Sluice, with the log of a firewall. They do what `sluice connector new` prints, what the
 * README of the package says, and what messages ask for, and nothing else; the steps are those of docs/first-connector.md.
 * Sluice is not published yet, so the packages of this clone are linked; everything else comes from the registry.
 */
const clone = join(import.meta.dirname, '../..');
const bin = join(clone, 'packages/cli/bin/sluice.js');
const minutes = 60_000;

/** The given log: what no template knows. Three ordinary lines, one of a kind that is of no interest, one that is broken. */
const firewallLog = [
  'ts=1768478400 action=accept src=192.0.2.1 sport=40001 dst=198.51.100.2 dport=443 bytes=1200 rule="web out"',
  'ts=1768478401 action=deny src=192.0.2.9 sport=40002 dst=198.51.100.3 dport=23 bytes=0 rule="no telnet"',
  'ts=1768478402 action=accept src=2001:db8::1 sport=40003 dst=2001:db8::2 dport=53 bytes=80 rule=dns',
  'ts=1768478403 action=heartbeat',
];

const mapping = `version: 1
ocsf: 1.3.0
format: key_value
lookups:
  dispositions: { accept: Allowed, deny: Blocked }
rules:
  - name: heartbeat
    when: { $.action: heartbeat }
    skip: heartbeat
  - name: traffic
    class: network_activity
    map:
      activity_id: Traffic
      severity_id: Informational
      time: { from: $.ts, time: unix }
      src_endpoint: { ip: $.src, port: $.sport }
      dst_endpoint.ip: { from: $.dst, required: true }
      dst_endpoint.port: $.dport
      traffic.bytes: $.bytes
      status_detail: { from: $.action, lookup: dispositions }
`;

let folder: string;
let home: string;
const steps: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-newcomer-'));
  home = join(folder, 'firewall');
  // What is published is built; so is what is linked.
  await promisify(execFile)('npm', ['run', 'build'], { cwd: clone, maxBuffer: 64 * 1024 * 1024 });
}, 15 * minutes);
afterAll(async () => {
  process.stdout.write(`${steps.join('\n')}\n`);
  await rm(folder, { recursive: true, force: true });
});

/** One step, as typed. */
async function step(command: string, at: string = home): Promise<string> {
  const begun = performance.now();
  const environment = {
    ...process.env,
    NODE_OPTIONS: '',
    VITEST: undefined,
    VITEST_WORKER_ID: undefined,
    NODE_ENV: '',
  };
  try {
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command], {
      cwd: at,
      env: environment,
      maxBuffer: 64 * 1024 * 1024,
    });
    return `${stdout}${stderr}`;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`"${command}" fails:\n${stdout}${stderr}`, { cause: error });
  } finally {
    steps.push(`${String(Math.round((performance.now() - begun) / 100) / 10).padStart(6)} s  ${command}`);
  }
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  steps.push(`   edit    ${path}`);
  const file = join(home, path);
  await writeFile(file, change(await readFile(file, 'utf8').catch(() => '')));
}

test(
  'the package that is made builds, passes its tests, lint and the standard',
  { timeout: 15 * minutes },
  async () => {
    const told = await step(`node ${bin} connector new firewall --link ${clone}`, folder);
    for (const command of ['npm install', 'npm test', 'npx sluice connector check', 'npx sluice run sluice.yaml']) {
      expect(told).toContain(command);
      await step(command);
    }
    await step('npm run typecheck');
    await step('npm run lint');
  },
);

test('a given log is mapped, tested, checked and in a lake', { timeout: 15 * minutes }, async () => {
  await rm(join(home, 'src/streams/events/fixtures'), { recursive: true });
  await mkdir(join(home, 'src/streams/events/fixtures'));
  await edit('src/streams/events/fixtures/traffic.log', () => `${firewallLog.join('\n')}\n`);
  await edit('src/streams/events/mapping.yaml', () => mapping);
  await edit('src/connector.test.ts', (text) =>
    text.replace(
      /record: \(marker\) =>[^]*?,\n  async start/,
      'record: (marker) => `ts=1768478400 action=accept src=192.0.2.1 dst=198.51.100.2 bytes=1 rule=${marker}`,\n  async start',
    ),
  );
  await edit('sluice.yaml', (text) => text.replace('fixtures/login.log', 'fixtures/traffic.log'));
  await step('npx sluice map src/streams/events/mapping.yaml --in src/streams/events/fixtures/traffic.log');
  // The columns of the sample were locked, and are others now: nothing is in a lake yet, so the lock begins anew.
  await step('rm columns.lock.json');
  await step('npm test -- --update');
  await step('npx sluice connector docs');
  expect(await step('npx sluice connector check')).toContain('The connector keeps the standard.');
  await rm(join(home, 'lake'), { recursive: true, force: true });
  await rm(join(home, 'state'), { recursive: true, force: true });
  await step('npx sluice run sluice.yaml');
  const rows = await step(
    `npx sluice query --lake ./lake --format json 'SELECT src_endpoint.ip AS src, dst_endpoint.port AS port, status_detail, CAST(unmapped AS VARCHAR) AS rest FROM firewall_network ORDER BY time'`,
  );
  expect(rows).toContain('"src":"192.0.2.9","port":23,"status_detail":"Blocked"');
  expect(rows).toContain('no telnet');
  // Beside the rows npm may have something to say.
  expect(
    rows.split('\n').filter((line) => line.startsWith('{')),
    rows,
  ).toHaveLength(3);
});

test(
  'its image is prepared, and the steps of the Dockerfile make something that runs',
  { timeout: 15 * minutes },
  async () => {
    expect(await step('npx sluice connector image --prepare')).toContain(
      'docker build -t sluice-connector-firewall:0.1.0',
    );
    // What the Dockerfile says, in a clean folder: no engine is needed to see that it is enough.
    const image = join(folder, 'image');
    await cp(join(home, 'build/image'), image, { recursive: true });
    const dockerfile = await readFile(join(image, 'Dockerfile'), 'utf8');
    const [, install = ''] = /^RUN (npm install [^\\]*)/m.exec(dockerfile) ?? [];
    await step(install.trim(), image);
    await rm(join(image, 'packages'), { recursive: true });
    await writeFile(
      join(image, 'sluice.yaml'),
      (await readFile(join(home, 'sluice.yaml'), 'utf8'))
        .replace('./src/index.ts', 'sluice-connector-firewall')
        .replace('./src/streams', join(home, 'src/streams')),
    );
    await step('node_modules/.bin/sluice run sluice.yaml', image);
    const rows = await step(
      `node_modules/.bin/sluice query --lake ./lake --format json 'SELECT count(*) AS n FROM firewall_network'`,
      image,
    );
    expect(rows.trim()).toBe('{"n":3}');
  },
);

const others = ['file', 'http', 'queue', 'listener']
  .flatMap((upstream) => ['yaml', 'typescript'].map((language) => [upstream, language] as const))
  .filter(([upstream, language]) => `${upstream} ${language}` !== 'file yaml');

test.concurrent.each(others)(
  'a package for %s, mapped in %s, keeps the standard as it is made',
  { timeout: 5 * minutes },
  async (upstream, language) => {
    const made = join(folder, `${upstream}-${language}`);
    await step(
      `node ${bin} connector new ${upstream}-log --upstream ${upstream} --mapping ${language} --folder ${made}`,
      folder,
    );
    // What npm install brings is the same for all, and was brought once.
    await symlink(join(clone, 'node_modules'), join(made, 'node_modules'));
    await step('npm run typecheck', made);
    await step('npm run lint', made);
    expect(await step(`node ${bin} connector check`, made)).toContain('The connector keeps the standard.');
  },
);
