import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { program } from '../program.ts';
import { run } from '../run/run-in-terminal.ts';
import { capturedIo, type CapturedIo } from '../testing/captured-io.ts';
import type { Signals } from '../terminal/signals.ts';
import { replayCommand, type ReplayCommandOptions } from './replay-command.ts';

let folder: string;
let config: string;
let connector: string;

const connectorText = (mapOf: string): string => `
const lines = ['fine', 'odd one', 'odd \\u001b[31mtwo', 'other'];
export default {
  contract: 1, name: 'lines', version: '1.0.0', stability: 'development', ocsf: '1.3.0',
  product: { vendor_name: 'Example', name: 'Lines' },
  streams: [{
    name: 'lines', description: 'Lines', delivery: 'at-least-once', format: 'text',
    config: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }), jsonSchema: { input: () => ({}), output: () => ({}) } } },
    emits: [{ class: 'base_event', profiles: [], columns: [] }],
    async *read({ cursor, now }) {
      const rest = lines.slice(cursor ?? 0);
      if (rest.length === 0) return;
      const bytes = new Uint8Array(Buffer.from(rest.join('')));
      const bounds = new Uint32Array(rest.flatMap((line, i) => [0, 1].map((k) => rest.slice(0, i + k).join('').length)));
      yield { bytes, bounds, receivedAt: now(), origins: [{ transport: 'list' }], cursor: lines.length, cursorAt: (i) => i + 1 };
    },
    map: (line) => ${mapOf},
  }],
};`;
const event = `{ class_uid: 0, activity_id: 0, severity_id: 1, time: 1772359200000, message: line, metadata: { profiles: [] } }`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-dlq-'));
  config = join(folder, 'sluice.yaml');
  connector = join(folder, 'lines.mjs');
  await writeFile(
    connector,
    connectorText(`line.startsWith('o') ? { reject: line.slice(0, 3) === 'odd' ? 'odd' : 'other' } : ${event}`),
  );
  await writeFile(
    config,
    `version: 1\nlake: { folder: ./lake }\npipelines:\n  office:\n    connector: ./lines.mjs\n    account: external_acme\n`,
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Nobody sends a signal here, and the process is that of the test. */
const quietSignals: Signals = {
  onStop: () => ({ forget: () => undefined }),
  onCrash: () => ({ forget: () => undefined }),
  exit: (code) => expect.unreachable(`exit with ${code}`),
  exitWithin: () => undefined,
};

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function saying(act: (io: CapturedIo) => Promise<number>): Promise<Said> {
  const io = capturedIo();
  const code = await act(io);
  return { code, out: io.out(), err: io.err() };
}

const sluice = (...args: readonly string[]): Promise<Said> => saying((io) => program(args, io));

const runOnce = (): Promise<Said> =>
  saying((io) => run(config, { logLevel: 'info', logFormat: 'json', progressEveryMs: 60_000 }, io, quietSignals));

const replay = (options: ReplayCommandOptions = {}): Promise<Said> =>
  saying((io) => replayCommand(config, options, io, quietSignals));

test('letters are listed, shown, and replayed once after the mapping was mended', async () => {
  expect((await runOnce()).code).toBe(0);

  const listed = await sluice('dlq', 'list', config);
  expect(listed.out).toMatch(/office +map +odd +2 /);
  const asJson = (await sluice('dlq', 'list', config, '--json', '--reason', 'other')).out.trim().split('\n');
  expect(asJson.map((text) => JSON.parse(text) as unknown)).toMatchObject([
    { reason: 'other', letters: 1, sample: { raw: 'other' } },
  ]);

  const shown = (await sluice('dlq', 'show', config, '--reason', 'odd')).out;
  expect(shown).toContain('office: odd (map, lines@1.0.0)');
  // Control characters of a record never reach the terminal.
  expect(shown).toContain(String.raw`odd \x1b[31mtwo`);
  expect(shown).not.toContain('\u001B');

  // Another name, because a module is loaded once.
  await writeFile(join(folder, 'mended.mjs'), connectorText(`line === 'other' ? { reject: 'still_other' } : ${event}`));
  await writeFile(
    config,
    `version: 1\nlake: { folder: ./lake }\npipelines:\n  office:\n    connector: ./mended.mjs\n    account: external_acme\n`,
  );
  const dry = await replay({ dryRun: true });
  expect(dry.out).toBe(
    'office: 3 letters: 2 events would go into the lake, 0 skipped, 1 rejected again (1 still_other)\n',
  );
  const replayed = await replay();
  expect(replayed).toMatchObject({
    code: 65,
    out: 'office: 3 letters: 2 events into the lake, 0 skipped, 1 rejected again (1 still_other)\n',
  });
  expect((await replay({ reason: ['odd'] })).out).toBe('');
  expect((await sluice('dlq', 'list', config)).out).toMatch(/still_other +1 /);
  const rows = await sluice(
    'query',
    '--lake',
    join(folder, 'lake'),
    '--format',
    'json',
    'SELECT message FROM lines_event ORDER BY message',
  );
  expect(rows.out).toContain('odd one');
  expect(rows.out.match(/odd one/g)).toHaveLength(1);
}, 60_000);

test('a storm of rejects ends the run with 65, the reasons and what to do', async () => {
  const many = connectorText(`({ reject: line.slice(0, 3) })`).replace(
    /const lines = .*/,
    `const lines = Array.from({ length: 400 }, (_, n) => (n % 4 === 0 ? 'bad' : 'odd') + n);`,
  );
  await writeFile(join(folder, 'storm.mjs'), many);
  await writeFile(
    config,
    `version: 1\nlake: { folder: ./lake }\nreject_storm: { share: 0.9, records: 200 }\npipelines:\n  office:\n    connector: ./storm.mjs\n    account: external_acme\n`,
  );
  const stormy = await runOnce();
  expect(stormy.code).toBe(65);
  expect(stormy.err).toMatch(/400 of its last 400 records were rejected, most for odd \(300\), bad \(100\)/);
  // The input can be read again, so nothing of it was stored.
  expect((await sluice('dlq', 'list', config)).out).toBe('');
  // Without the rule the same input ends among the dead letters.
  await writeFile(
    config,
    `version: 1\nlake: { folder: ./lake }\nreject_storm: off\npipelines:\n  office:\n    connector: ./storm.mjs\n    account: external_acme\n`,
  );
  expect((await runOnce()).code).toBe(0);
  expect((await sluice('dlq', 'list', config)).out).toMatch(/odd +300 /);
}, 60_000);

test('a pipeline that is not in the file is named', async () => {
  await expect(sluice('dlq', 'list', config, '--pipeline', 'ofice')).rejects.toThrow('There is no pipeline "ofice"');
});

test('a time that is none is refused', async () => {
  const { code, err } = await sluice('dlq', 'list', config, '--since', 'yesterday');
  expect(code).toBe(2);
  expect(err).toContain('2026-11-20T08:00Z');
});
