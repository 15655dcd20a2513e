import { deepStrictEqual, fail, ok } from 'node:assert';
import { isRejection, isSkip, type Connector, type MapContext, type MapResult } from '@sluice/connector';
import { isRelease, loadCatalogue } from '@sluice/ocsf';
import fc from 'fast-check';
import { decodeRecord } from '../decode.ts';
import { listGoldenCases, readGolden } from '../golden-files.ts';
import { mapContext, type AnyStream, type MapFacts } from '../stream-under-test.ts';
import { anyRecord, frozen } from './records.ts';

export interface MapCheck extends MapFacts {
  readonly connector: Connector;
  readonly stream: AnyStream;
  readonly fixtures: string;
}

const records = 300;

/** Clause 4.1. */
export function everyClassHasAGolden({ connector, stream, fixtures }: MapCheck): void {
  const catalogue = isRelease(connector.ocsf) ? loadCatalogue(connector.ocsf) : undefined;
  const seen = new Set(listGoldenCases(fixtures).flatMap(({ goldenPath }) => classesIn(readGolden(goldenPath))));
  const missing = stream.emits
    .filter((emitted) => !seen.has(catalogue?.classes.get(emitted.class)?.uid))
    .map((emitted) => emitted.class);
  deepStrictEqual(missing, [], `${stream.name} emits classes that no golden in ${fixtures} shows`);
}

/** Clause 4.3: for the records of the goldens. */
export async function mapsTheSameTwice(check: MapCheck): Promise<void> {
  const context = frozen(await mapContext(check.stream, check));
  for (const record of samplesOf(check)) {
    const first = mapFrozen(check.stream, decodeRecord(record, check.stream.format), context);
    const second = mapFrozen(check.stream, decodeRecord(record, check.stream.format), context);
    deepStrictEqual(second, first, `${check.stream.name} maps the same record to something else the second time`);
  }
}

/** Clause 4.4: for records that nobody would send. */
export async function mapsAnything(check: MapCheck): Promise<void> {
  const { stream, connector } = check;
  const context = frozen(await mapContext(stream, check));
  const uids = uidsOf(connector, stream);
  fc.assert(
    fc.property(anyRecord(stream.format, samplesOf(check)), (record) => {
      const result = mapFrozen(stream, record, context);
      checkShape(result, uids, stream);
      deepStrictEqual(mapFrozen(stream, record, context), result);
    }),
    { numRuns: records },
  );
}

function samplesOf({ fixtures }: MapCheck): readonly Buffer[] {
  return listGoldenCases(fixtures).flatMap((golden) => golden.records);
}

/** Maps a record that cannot be changed; where it can (bytes), finds out whether it was. */
function mapFrozen(stream: AnyStream, record: unknown, context: MapContext<unknown>): MapResult {
  if (!(record instanceof Uint8Array)) return stream.map(frozen(record), context);
  const before = Buffer.from(record);
  const result = stream.map(record, context);
  deepStrictEqual(Buffer.from(record), before, `${stream.name} changes the record that it maps`);
  return result;
}

function checkShape(result: MapResult, uids: ReadonlySet<unknown>, stream: AnyStream): void {
  if (Array.isArray(result)) {
    for (const event of result as readonly MapResult[]) checkShape(event, uids, stream);
    return;
  }
  ok(typeof result === 'object' && result !== null, `${stream.name} maps a record to something that is no object`);
  if (isSkip(result)) ok(/^[a-z][a-z0-9_]*$/.test(result.skip), `"${result.skip}" is no reason in snake_case`);
  else if (isRejection(result))
    ok(/^[a-z][a-z0-9_]*$/.test(result.reject), `"${result.reject}" is no code in snake_case`);
  else if (!uids.has((result as { class_uid?: unknown }).class_uid))
    fail(
      `${stream.name} maps a record to class ${String(Reflect.get(result, 'class_uid'))}, which it does not declare`,
    );
}

function uidsOf(connector: Connector, stream: AnyStream): ReadonlySet<unknown> {
  const catalogue = isRelease(connector.ocsf) ? loadCatalogue(connector.ocsf) : undefined;
  return new Set(stream.emits.map((emitted) => catalogue?.classes.get(emitted.class)?.uid));
}

function classesIn(golden: unknown): readonly unknown[] {
  if (!Array.isArray(golden)) return [];
  return golden.flatMap((event: { readonly class_uid?: unknown }) => event.class_uid ?? []);
}
