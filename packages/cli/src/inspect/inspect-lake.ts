import { inspectObject, type Inspection, type RuleSeverity } from '@sluice/parquet';
import type { ObjectStore } from '@sluice/core';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { findLake, lakeAt } from '../lake/find-lake.ts';
import type { LakeOptions } from '../lake/lake-options.ts';
import type { Io } from '../terminal/io.ts';
import type { InspectedObject } from './inspected-object.ts';
import { localObjects } from './local-objects.ts';
import { createReport, passes } from './report.ts';
import { storedObjects, wholeKeys } from './stored-objects.ts';

export interface InspectOptions extends Omit<LakeOptions, 'lake'> {
  readonly format: 'table' | 'json';
  readonly show: RuleSeverity;
  readonly failures?: boolean;
}

/** `sluice inspect`: holds objects against the rules of Security Lake. */
export async function inspect(places: readonly string[], options: InspectOptions, io: Io): Promise<ExitCode> {
  const report = createReport(
    { format: options.format, least: options.show, failuresOnly: options.failures ?? false },
    io,
  );
  let objects = 0;
  let failed = 0;
  for await (const object of objectsOf(places, options, io)) {
    const inspection = await inspectOne(object);
    objects++;
    if (!passes(inspection)) failed++;
    report.object(object.name, inspection);
    await io.stdout.drained();
  }
  if (objects === 0)
    throw new CommandError(exitCode.failed, `there is no Parquet object in ${places.join(', ') || 'the lake'}`);
  report.summary();
  return failed === 0 ? exitCode.ok : exitCode.badData;
}

async function inspectOne(object: InspectedObject): Promise<Inspection> {
  const context = object.key === undefined ? {} : { key: object.key };
  return object.use((source) => inspectObject(source, context));
}

async function* objectsOf(places: readonly string[], options: InspectOptions, io: Io): AsyncIterable<InspectedObject> {
  if (places.length === 0) {
    const { place } = await findLake(options, io.environment);
    yield* place.kind === 'folder' ? localObjects(place.folder) : closing(wholeKeys(place), place.options.bucket);
  }
  for (const given of places) {
    if (!given.startsWith('s3://')) {
      yield* localObjects(given);
      continue;
    }
    const { place } = await lakeAt(given, options, io.environment);
    if (place.kind === 'bucket') yield* closing(wholeKeys(place), place.options.bucket);
  }
}

async function* closing(store: ObjectStore, bucket: string): AsyncIterable<InspectedObject> {
  try {
    yield* storedObjects(store, bucket);
  } finally {
    await store.close();
  }
}
