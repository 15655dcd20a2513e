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
import { findEvent } from './find-event.ts';
import { provenanceOf, type Provenance } from './provenance.ts';

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

/** `sluice trace`: from an event to its objects, and from an object to its input. */
export async function trace(what: string, options: TraceOptions, io: Io): Promise<ExitCode> {
  const { place } = await findLake(options, io.environment);
  const store = openPlace(place);
  const files = localFiles(place, store, options, io);
  const session = await openSession({ folder: files.folder });
  try {
    const objects = await listLake(store, daysOf(options));
    const found = what.endsWith('.parquet')
      ? objects
          .filter(({ key }) => key === what || key.endsWith(`/${what}`) || what.endsWith(`/${key}`))
          .map((object) => ({ object }))
      : await findEvent(what, objects, { session, files });
    if (found.length === 0) throw nothingFound(what, placeText(place));
    await files.fill(found.map(({ object }) => object));
    for (const traced of found) {
      const provenance = await provenanceOf(session, files.folder, traced.object.key);
      io.stdout.write(options.format === 'json' ? jsonOf(traced, provenance) : textOf(traced, provenance));
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

function nothingFound(what: string, place: string): CommandError {
  const message = what.endsWith('.parquet')
    ? `there is no object "${what}" in ${place}`
    : `no event with metadata.uid "${what}" in ${place}; dead letters have not become events: see sluice dlq list`;
  return new CommandError(exitCode.failed, message);
}

function jsonOf({ object, rows }: Traced, provenance: Provenance): string {
  const { key, source, account, eventDay, byteLength } = object;
  const said = { key, ...(rows === undefined ? {} : { rows_of_event: rows }), source, account, event_day: eventDay };
  return `${JSON.stringify({ ...said, byte_length: byteLength, ...provenance })}\n`;
}

function textOf({ object, rows }: Traced, provenance: Provenance): string {
  const { key, byteLength } = object;
  const held = rows === undefined ? '' : `, holds the event ${rows === 1 ? 'once' : `${rows} times`}`;
  const facts = Object.entries(provenance).map(([name, value]) => `  ${name.padEnd(12)} ${value}\n`);
  const unknown = '  nothing in its footer says who wrote it: not an object of Sluice\n';
  return `${key} (${byteLength} bytes${held})\n${facts.length === 0 ? unknown : facts.join('')}`;
}
