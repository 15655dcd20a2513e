import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { findLake } from '../lake/find-lake.ts';
import type { LakeOptions } from '../lake/lake-options.ts';
import { listLake, type LakeObject } from '../lake/list-lake.ts';
import { localFiles } from '../query/local-files.ts';
import { openSession } from '../query/session.ts';
import { openPlace } from '../run/open-place.ts';
import { placeText } from '../run/announce.ts';
import type { Io } from '../terminal/io.ts';
import { begunAnswer, storedAnswer } from './answer.ts';
import { begunIn, begunText, type Begun } from './begun.ts';
import { findEvent } from './find-event.ts';
import { provenanceOf } from './provenance.ts';

export interface TraceOptions extends LakeOptions {
  readonly format: 'text' | 'json';
  readonly since?: string;
  readonly day?: string;
  readonly cacheSize: number;
}

/** An object that was asked for, or that holds the event. */
export interface Traced {
  readonly object: LakeObject;
  /** How often the event is in it; undefined where an object was asked for. */
  readonly rows?: number;
}

/**
 * `sluice trace`: from an event to its objects, and from an object to its input. With a configuration, also what its
 * state says of objects that are not stored yet.
 */
export async function trace(what: string, options: TraceOptions, io: Io): Promise<ExitCode> {
  const { place, plan } = await findLake(options, io.environment);
  const store = openPlace(place);
  const files = localFiles(place, store, options, io);
  const session = await openSession({ folder: files.folder });
  try {
    const objects = await listLake(store, daysOf(options));
    const found = what.endsWith('.parquet')
      ? objects.filter(({ key }) => isNamed(key, what)).map((object) => ({ object }))
      : await findEvent(what, objects, { session, files });
    if (found.length === 0)
      return traceBegun(what, options, {
        io,
        at: placeText(place),
        begun: plan === undefined ? [] : await begunIn(plan),
      });
    await files.fill(found.map(({ object }) => object));
    for (const traced of found) {
      const provenance = await provenanceOf(session, files.folder, traced.object.key);
      io.stdout.write(storedAnswer(options.format, traced, provenance));
    }
    return exitCode.ok;
  } finally {
    await session.close();
    await store.close();
  }
}

function daysOf({ since, day }: TraceOptions): { readonly fromDay?: string; readonly toDay?: string } {
  const fromDay = day ?? since;
  return { ...(fromDay === undefined ? {} : { fromDay }), ...(day === undefined ? {} : { toDay: day }) };
}

interface NotStored {
  readonly io: Io;
  /** The lake. */
  readonly at: string;
  readonly begun: readonly Begun[];
}

/** What is not in the lake may be on its way there. */
function traceBegun(what: string, { format }: TraceOptions, { io, at, begun }: NotStored): ExitCode {
  const isObject = what.endsWith('.parquet');
  const found = begun.flatMap(({ pipeline, objects }) =>
    objects.filter(({ key }) => isObject && isNamed(key, what)).map((object) => ({ pipeline, object })),
  );
  for (const { pipeline, object } of found) io.stdout.write(begunAnswer(format, pipeline, object));
  if (found.length > 0) return exitCode.ok;
  const message = isObject
    ? `there is no object "${what}" in ${at}`
    : `no event with metadata.uid "${what}" in ${at}; dead letters have not become events: see sluice dlq list`;
  throw new CommandError(exitCode.failed, message + (isObject ? '' : begunText(begun)));
}

/** An object is named by its key, or by the end of it, or by a longer path that ends with it. */
function isNamed(key: string, what: string): boolean {
  return key === what || key.endsWith(`/${what}`) || what.endsWith(`/${key}`);
}
