import { createHash } from 'node:crypto';
import { SluiceError } from '../errors.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { DeadLetter } from './dead-letter.ts';
import { letterObjects, pipelineOf, readLetters, type FiledLetter } from './read-letters.ts';

/** Lines of one object, as `[from, to)` in order. */
interface JobPart {
  readonly key: string;
  readonly lines: readonly (readonly [from: number, to: number])[];
}

/**
 * The letters that one replay takes. It is written beside the letters before the first of them is replayed, and makes
 * them taken for good: no other replay takes them again, whatever becomes of this one.
 */
export interface ReplayJob {
  readonly id: string;
  readonly pipeline: string;
  readonly parts: readonly JobPart[];
}

/** What a letter has to be to be meant. */
export interface LetterFilter {
  readonly pipeline?: string | undefined;
  readonly reasons?: readonly string[] | undefined;
  /** Received at this time or later, epoch milliseconds. */
  readonly since?: number | undefined;
}

function matches(letter: DeadLetter, { pipeline, reasons, since }: LetterFilter): boolean {
  return (
    (pipeline === undefined || pipelineOf(letter) === pipeline) &&
    (reasons === undefined || reasons.includes(letter.reason)) &&
    (since === undefined || Date.parse(letter.received_at) >= since)
  );
}

/** What is known of the replays that a store has seen. */
export interface Replays {
  readonly jobs: readonly ReplayJob[];
  /** Ids of those that have come to their end. */
  readonly finished: ReadonlySet<string>;
  /** Whether a replay has taken the letter. */
  isTaken(letter: FiledLetter): boolean;
}

const jobKey = /^([^/]+)\/replays\/([0-9a-f]{32})\.(json|done)$/;

export async function readReplays(store: ObjectStore): Promise<Replays> {
  const jobs: ReplayJob[] = [];
  const finished = new Set<string>();
  for await (const { key } of store.list('')) {
    const [, , id, kind] = jobKey.exec(key) ?? [];
    if (id === undefined) continue;
    if (kind === 'done') finished.add(id);
    else jobs.push(await readJob(store, key));
  }
  const taken = new Map<string, JobPart['lines'][number][]>();
  for (const { key, lines } of jobs.flatMap(({ parts }) => parts)) {
    taken.set(key, [...(taken.get(key) ?? []), ...lines]);
  }
  return {
    jobs,
    finished,
    isTaken: ({ key, line }) => taken.get(key)?.some(([from, to]) => line >= from && line < to) ?? false,
  };
}

async function readJob(store: ObjectStore, key: string): Promise<ReplayJob> {
  const text = Buffer.from(await store.read(key)).toString();
  try {
    return JSON.parse(text) as ReplayJob;
  } catch (error) {
    throw new SluiceError('dead_letters_unreadable', `${store.description}/${key} is no list of a replay.`, {
      cause: error,
    });
  }
}

/** Letters that no replay has taken, object after object. */
export async function* openLetters(store: ObjectStore, filter: LetterFilter): AsyncIterable<FiledLetter> {
  const replays = await readReplays(store);
  for await (const key of letterObjects(store)) {
    for (const filed of await readLetters(store, key)) {
      if (matches(filed.letter, filter) && !replays.isTaken(filed)) yield filed;
    }
  }
}

/** The job for these letters, which come object by object and line by line. Undefined for none. */
export async function planJob(pipeline: string, letters: AsyncIterable<FiledLetter>): Promise<ReplayJob | undefined> {
  const parts: { key: string; lines: [number, number][] }[] = [];
  for await (const { key, line } of letters) {
    let part = parts.at(-1);
    if (part?.key !== key) parts.push((part = { key, lines: [] }));
    const last = part.lines.at(-1);
    if (last?.[1] === line) last[1]++;
    else part.lines.push([line, line + 1]);
  }
  if (parts.length === 0) return undefined;
  const id = createHash('sha256')
    .update(JSON.stringify([pipeline, parts]))
    .digest('hex')
    .slice(0, 32);
  return { id, pipeline, parts };
}

export async function saveJob(store: ObjectStore, job: ReplayJob): Promise<void> {
  await store.put(`${job.pipeline}/replays/${job.id}.json`, bodyOf(JSON.stringify(job)));
}

export async function finishJob(store: ObjectStore, job: ReplayJob): Promise<void> {
  await store.put(`${job.pipeline}/replays/${job.id}.done`, bodyOf('done\n'));
}

function bodyOf(text: string): { readonly chunks: readonly Uint8Array[]; readonly byteLength: number } {
  const bytes = Buffer.from(text);
  return { chunks: [bytes], byteLength: bytes.byteLength };
}
