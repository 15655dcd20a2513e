import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import type { Connector } from '@sluice/connector';
import { checkDelivery } from '../crash/check-delivery.ts';
import { listGoldenCases } from '../golden-files.ts';
import { goldenCheck } from '../goldens.ts';
import { isUpdate } from '../is-update.ts';
import { clauses } from '../standard/clauses.ts';
import { dataChecks } from '../standard/check-data.ts';
import { packageChecks } from '../standard/check-package.ts';
import { writeColumnsLock } from '../standard/columns-lock.ts';
import { reported } from '../standard/report.ts';
import type { AnyStream, MapFacts } from '../stream-under-test.ts';
import type { TestFunction } from '../test-function.ts';
import { everyClassHasAGolden, mapsAnything, mapsTheSameTwice } from './check-map.ts';
import { doesNotRunAhead, goesOnFromCursor, stopsWhenTold } from './check-read.ts';
import { keepsSecrets } from './check-secrets.ts';
import type { Upstream } from './upstream.ts';

/** What the kit needs to know to test a stream. */
export interface StreamUnderTest extends MapFacts {
  /** Folder of the goldens. Default `src/streams/<stream>/fixtures` in the package. */
  readonly fixtures?: string;
  /** What it reads from. Without it nothing is proven of `read`, and the clauses 4.5 to 4.9 are not held. */
  readonly upstream?: Upstream;
}

export interface ConnectorTestOptions {
  /** The test runner's own: `test` of vitest or of node:test. */
  readonly test: TestFunction;
  readonly connector: Connector;
  /** Folder of the package. */
  readonly folder: string;
  /** Streams by name. One that is missing is tested with an empty configuration. */
  readonly streams?: Readonly<Record<string, StreamUnderTest>>;
  /** Longest wait for records that were fed, before they count as lost. Default 15 s. */
  readonly patienceMs?: number;
}

const timeout = 60_000;

/**
 * Registers the tests that every connector has to pass: its data and its package by the connector standard, its goldens,
 * the contract of `map` and `read`, and delivery through crashes. Names of tests begin with the clause of
 * docs/connector-standard.md. A run that writes goldens appends new columns to `columns.lock.json` too.
 *
 * @example
 * checkConnector({ test, connector, folder: join(import.meta.dirname, '..'), streams: { doors: { upstream } } });
 */
export function checkConnector({ test, connector, folder, streams = {}, patienceMs }: ConnectorTestOptions): void {
  const strangers = Object.keys(streams).filter((name) => !connector.streams.some((stream) => stream.name === name));
  if (strangers.length > 0) throw new Error(`Connector ${connector.name} has no stream ${strangers.join(', ')}.`);
  const register = (clause: string, subject: string, body: () => void | Promise<void>): void => {
    const says = clauses.find(({ number }) => number === clause)?.says ?? '';
    test(`${clause} ${subject}: ${says}`, { timeout }, () => reported(clause, subject, body));
  };
  for (const [clause, check] of Object.entries(dataChecks))
    register(clause, connector.name, () => deepStrictEqual(check(connector), []));
  for (const [clause, check] of Object.entries(packageChecks))
    register(clause, connector.name, () => {
      if (clause === '3.4' && isUpdate()) writeColumnsLock(connector, folder);
      deepStrictEqual(check(connector, folder), []);
    });
  for (const stream of connector.streams as readonly AnyStream[]) {
    const settings = streams[stream.name] ?? {};
    const fixtures = settings.fixtures ?? join(folder, 'src/streams', stream.name, 'fixtures');
    checkStream(register, { ...settings, connector, stream, fixtures, patienceMs });
  }
}

type Register = (clause: string, subject: string, body: () => void | Promise<void>) => void;

interface StreamCheck extends MapFacts {
  readonly connector: Connector;
  readonly stream: AnyStream;
  readonly fixtures: string;
  readonly upstream?: Upstream;
  readonly patienceMs: number | undefined;
}

function checkStream(register: Register, check: StreamCheck): void {
  const { connector, stream, fixtures, upstream, patienceMs } = check;
  const { name } = stream;
  const checkGolden = goldenCheck({ ...check, connector, stream: name });
  for (const golden of listGoldenCases(fixtures)) register('4.2', `${name}/${golden.name}`, () => checkGolden(golden));
  register('4.1', name, () => everyClassHasAGolden(check));
  register('4.3', name, () => mapsTheSameTwice(check));
  register('4.4', name, () => mapsAnything(check));
  if (upstream === undefined) return;
  register('4.5', name, () => stopsWhenTold({ stream, upstream, patienceMs }));
  register('4.6', name, () => doesNotRunAhead({ stream, upstream, patienceMs }));
  register('4.7', name, () => goesOnFromCursor({ stream, upstream, patienceMs }));
  register('4.8', name, () => keepsSecrets({ stream, upstream, patienceMs }));
  checkDelivery({
    register: (subject, body) => register('4.9', subject, body),
    connector,
    stream,
    upstream,
    patienceMs,
  });
}
