import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StreamError, type Batch, type Connector, type MapResult, type ReadContext } from '@sluice/connector';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { readRows } from '../read-back/read-back.ts';
import { writeColumnsLock } from '../standard/columns-lock.ts';
import { checkConnector } from './check-connector.ts';
import { doors, doorsConfig, mapDoor, type Doors } from './doors.fixture.ts';

const golden = [
  {
    class_uid: 0,
    activity_id: 0,
    severity_id: 1,
    time: 1_768_478_400_000,
    message: 'north',
    metadata: { product: { vendor_name: 'Example', name: 'Doors' }, profiles: [], version: '1.3.0' },
    activity_name: 'Unknown',
    severity: 'Informational',
    class_name: 'Base Event',
    category_uid: 0,
    category_name: 'Uncategorized',
    type_uid: 0,
    type_name: 'Base Event: Unknown',
  },
];

let home: string;
let fixtures: string;
let site: Doors;
let openedServers: ReturnType<typeof createServer>[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sluice-kit-'));
  fixtures = join(home, 'fixtures');
  mkdirSync(fixtures);
  writeFileSync(join(fixtures, 'door.log'), '{"door":"north"}\n');
  writeFileSync(join(fixtures, 'door.ocsf.json'), JSON.stringify(golden));
  site = doors();
  writePackage({});
  writeColumnsLock(site.connector, home);
  openedServers = [];
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
  for (const server of openedServers) server.close();
});

/** The package of the connector, with something else in its `package.json`. */
function writePackage(other: object): void {
  const manifest = {
    name: '@example/sluice-connector-doors',
    version: '1.0.0',
    license: 'Apache-2.0',
    type: 'module',
    exports: './index.ts',
    dependencies: { '@sluice/connector': '0.0.0' },
  };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ ...manifest, ...other }));
}

/** What the tests of a clause that the kit registers for a connector end with: an error each, or nothing. */
async function failuresOf(connector: Connector, clause: string, only = ''): Promise<readonly string[]> {
  const failures: string[] = [];
  const bodies: (() => void | Promise<void>)[] = [];
  checkConnector({
    test: (name, _options, body) => name.startsWith(`${clause} `) && name.includes(only) && bodies.push(body),
    connector,
    folder: home,
    patienceMs: 800,
    streams: { doors: { fixtures, config: { log: 0, token: 'open-sesame-1' }, upstream: site.upstream } },
  });
  expect(bodies.length).toBeGreaterThan(0);
  for (const body of bodies) {
    try {
      await body();
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return failures;
}

type Read = (context: ReadContext<{ log: number; token: string }>) => AsyncIterable<Batch>;

function readingAs(
  change: (batches: AsyncIterable<Batch>, context: Parameters<Read>[0]) => AsyncIterable<Batch>,
): Connector {
  const read: Read = (context) => change(site.stream.read(context), context);
  return site.with({ read });
}

async function* withCursor(batches: AsyncIterable<Batch>, cursorOf: (cursor: number) => unknown): AsyncIterable<Batch> {
  for await (const batch of batches) yield { ...batch, cursor: cursorOf(Number(batch.cursor)) as number };
}

/** The event of a record, with more in it. */
function withMore(record: unknown, more: object): MapResult {
  return Object.assign(mapDoor(record), more);
}

describe('a connector that keeps the standard', { timeout: 60_000 }, () => {
  test.each([
    '1.2',
    '1.3',
    '1.4',
    '1.5',
    '2.1',
    '2.2',
    '2.3',
    '2.4',
    '3.1',
    '3.2',
    '3.3',
    '3.4',
    '4.1',
    '4.2',
    '4.3',
    '4.4',
    '4.5',
    '4.6',
    '4.7',
    '4.8',
  ])('passes the tests of clause %s', async (clause) => {
    expect(await failuresOf(site.connector, clause)).toEqual([]);
  });
});

test.each(['killed at committed', 'poison', 'failing lake'])(
  '… and of clause 4.9, %s',
  { timeout: 60_000 },
  async (disturbance) => {
    expect(await failuresOf(site.connector, '4.9', disturbance)).toEqual([]);
  },
);

describe('a connector that breaks one clause fails its test', { timeout: 60_000 }, () => {
  test('1.2, with a release that Security Lake does not take', async () => {
    expect(await failuresOf({ ...site.connector, ocsf: '1.5.0' }, '1.2')).toHaveLength(1);
  });

  test('1.3, with a stream that is not described', async () => {
    expect(await failuresOf(site.with({ description: 'Doors' }), '1.3')).toHaveLength(1);
  });

  test('1.4, with a column that the class does not have', async () => {
    const emits = [{ class: 'base_event', profiles: [], columns: ['doors'] }];
    expect(await failuresOf(site.with({ emits }), '1.4')).toHaveLength(1);
  });

  test('1.5, with a permission on what is no key', async () => {
    const permissions = [{ system: 'Doors', grant: 'read', on: '{house}', why: 'To read the log.' }];
    expect(await failuresOf(site.with({ permissions }), '1.5')).toHaveLength(1);
  });

  test.each([
    ['2.1', z.object({ log: z.int().describe('A log.') })],
    ['2.2', doorsConfig.extend({ more: z.boolean().optional() })],
    ['2.3', doorsConfig.extend({ moreDoors: z.boolean().optional().describe('More.') })],
    ['2.4', doorsConfig.extend({ api_key: z.string().optional().describe('A key.') })],
    ['2.4', doorsConfig.extend({ api_keys: z.array(z.string()).optional().describe('Keys.') })],
    ['2.4', doorsConfig.extend({ api_key: z.union([z.null(), z.string()]).describe('A key, or none.') })],
    [
      '2.4',
      doorsConfig.extend({
        houses: z.array(z.strictObject({ token: z.string().describe('A token.') })).describe('Houses.'),
      }),
    ],
    ['2.4', doorsConfig.extend({ door_tokens: z.record(z.string(), z.string()).describe('Tokens by door.') })],
  ])('%s, with a configuration of another kind', async (clause, config) => {
    expect(await failuresOf(site.with({ config }), clause)).toHaveLength(1);
  });

  test.each([
    ['3.1', 'that is no ES module', { type: 'commonjs' }],
    [
      '3.2',
      'that needs the lake behind the contract',
      { dependencies: { '@sluice/connector': '1', '@sluice/core': '1' } },
    ],
    ['3.3', 'that runs something at its installation', { scripts: { postinstall: 'true' } }],
  ])('%s, with a package %s', async (clause, _case, other) => {
    writePackage(other);
    expect(await failuresOf(site.connector, clause)).toHaveLength(1);
  });

  test('3.4, with columns that are not in its lock', async () => {
    const emits = [{ class: 'base_event', profiles: [], columns: ['message', 'count'] }];
    expect(await failuresOf(site.with({ emits }), '3.4')).toEqual([expect.stringContaining('lacks new columns')]);
  });

  test('4.1, with a class that no golden shows', async () => {
    const emits = [...site.stream.emits, { class: 'authentication', profiles: [], columns: [] }];
    expect(await failuresOf(site.with({ emits }), '4.1')).toEqual([expect.stringContaining('no golden')]);
  });

  test('4.2, with events that have no column or are none of OCSF', async () => {
    const more = (value: object) => (record: unknown) => withMore(record, value);
    expect(await failuresOf(site.with({ map: more({ status: 'Success', status_id: 'one' }) }), '4.2')).toHaveLength(1);
    expect(await failuresOf(site.with({ map: more({ severity_id: 77 }) }), '4.2')).toHaveLength(1);
  });

  test('4.3, with a map that counts, or writes into its record', async () => {
    let count = 0;
    const counting = (record: unknown) => withMore(record, { count: count++ });
    expect(await failuresOf(site.with({ map: counting }), '4.3')).toHaveLength(1);
    const writing = (record: unknown) => mapDoor(Object.assign(record as object, { seen: true }));
    expect(await failuresOf(site.with({ map: writing }), '4.3')).toHaveLength(1);
  });

  test('4.4, with a map that trusts its record', async () => {
    const trusting = (record: unknown) => mapDoor({ door: (record as { door: string }).door.trim() });
    expect(await failuresOf(site.with({ map: trusting }), '4.4')).toHaveLength(1);
  });

  test('4.5, with a reader that does not hear, or leaves a socket open', async () => {
    const deaf = readingAs((_batches, context) =>
      site.stream.read({ ...context, signal: new AbortController().signal }),
    );
    expect(await failuresOf(deaf, '4.5')).toEqual([expect.stringContaining('to return after its signal')]);
    const untidy = readingAs(async function* (batches) {
      openedServers.push(createServer().listen(0, '127.0.0.1'));
      yield* batches;
    });
    expect(await failuresOf(untidy, '4.5')).toEqual([expect.stringContaining('left something open')]);
  });

  test('4.6, with a reader that takes everything at once', async () => {
    const greedy = readingAs(async function* (batches) {
      const all: Batch[] = [];
      for await (const batch of batches) if (all.push(batch) >= 400) break;
      yield* all;
    });
    expect(await failuresOf(greedy, '4.6')).toEqual([expect.stringContaining('has taken')]);
  });

  test('4.7, with cursors that are no JSON, say too little or too much, or are not there', async () => {
    const cursors: readonly ((cursor: number) => unknown)[] = [
      (cursor) => new Date(cursor),
      (cursor) => cursor - 1,
      (cursor) => cursor + 1,
      () => undefined,
    ];
    for (const cursorOf of cursors)
      expect(
        await failuresOf(
          readingAs((batches) => withCursor(batches, cursorOf)),
          '4.7',
        ),
      ).toHaveLength(1);
  });

  test('4.8, with a log, or an error, that has the token in it', async () => {
    const logging = readingAs((batches, { config, log }) => {
      log.info('reading', { headers: { authorization: `Bearer ${config.token}` } });
      return batches;
    });
    expect(await failuresOf(logging, '4.8')).toEqual([expect.stringContaining('says a secret')]);
    const failing = readingAs(async function* (batches, { config }) {
      try {
        yield* batches;
      } catch {
        throw new StreamError('upstream_refused', 'no', { cause: new Error(`?token=${config.token}`) });
      }
    });
    expect(await failuresOf(failing, '4.8')).toEqual([expect.stringContaining('says a secret')]);
  });

  test('4.9, with cursors that run ahead, or that lag behind', async () => {
    const ahead = readingAs((batches) => withCursor(batches, (cursor) => cursor + 1));
    expect(await failuresOf(ahead, '4.9', 'killed at committed')).toHaveLength(1);
    const behind = readingAs((batches) => withCursor(batches, (cursor) => Math.max(0, cursor - 1)));
    expect(await failuresOf(behind, '4.9', 'killed at committed')).toHaveLength(1);
  });
});

test('new columns are appended to their lock where goldens are written', async () => {
  const emits = [{ class: 'base_event', profiles: [], columns: ['message', 'count'] }];
  vi.stubEnv('UPDATE_GOLDENS', '1');
  try {
    expect(await failuresOf(site.with({ emits }), '3.4')).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
  expect(await failuresOf(site.with({ emits }), '3.4')).toEqual([]);
  expect(await failuresOf(site.connector, '3.4')).toHaveLength(1);
});

test('a stream that a connector does not have is no subject', () => {
  const streams = { windows: {} };
  expect(() => checkConnector({ test, connector: site.connector, folder: home, streams })).toThrow(/no stream windows/);
});

test('rows are read by another implementation, which refuses what is no Parquet', async () => {
  await expect(readRows(Buffer.from('PAR1 nothing PAR1'))).rejects.toThrow();
});
