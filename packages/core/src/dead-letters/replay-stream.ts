import { BatchBuilder, type Batch, type Cursor, type MapResult, type Origin, type Stream } from '@sluice/connector';
import type { ObjectStore } from '../store/object-store.ts';
import type { DeadLetter } from './dead-letter.ts';
import { readLetters, recordOf } from './read-letters.ts';
import type { ReplayJob } from './replay-job.ts';

const mostRecords = 1000;
const mostBytes = 1024 * 1024;

// oxlint-disable-next-line typescript/no-explicit-any -- as in the contract: its configuration was parsed with its own schema
type AnyStream = Stream<any, any>;

/**
 * The letters of a job as a stream that can be read again from any of them: the cursor counts the letters that are done.
 * Records come as they were received, with their time and sender, to the mapping of `stream`.
 */
export function replayStream(stream: AnyStream, store: ObjectStore, job: ReplayJob): AnyStream {
  /** Letters of one event of several, whose others are in the lake. */
  const onlyEvent = new WeakMap<Origin, number>();
  return {
    ...stream,
    delivery: 'at-least-once',
    async *read({ cursor, signal }) {
      const done = typeof cursor === 'number' ? cursor : 0;
      let next = 0;
      for (const { key, lines } of job.parts) {
        const count = lines.reduce((total, [from, to]) => total + to - from, 0);
        if (next + count > done) {
          const all = await readLetters(store, key);
          const letters = lines.flatMap(([from, to]) => all.slice(from, to)).map(({ letter }) => letter);
          for (const batch of batchesOf(letters.slice(Math.max(0, done - next)), Math.max(done, next), onlyEvent)) {
            if (signal.aborted) return;
            yield batch;
          }
        }
        next += count;
      }
    },
    map(record, context) {
      const result: MapResult = stream.map(record, context);
      const only = onlyEvent.get(context.origin);
      return only === undefined || !Array.isArray(result) ? result : (result[only] ?? []);
    },
  };
}

/** One batch for each run of letters that were received together. */
function* batchesOf(
  letters: readonly DeadLetter[],
  first: number,
  onlyEvent: WeakMap<Origin, number>,
): Generator<Batch> {
  let builder = new BatchBuilder();
  let begin = first;
  for (const [index, letter] of letters.entries()) {
    const origin = { ...letter.origin };
    delete (origin as { damage?: string }).damage;
    if (letter.stage === 'encode' && letter.event_index !== undefined) onlyEvent.set(origin, letter.event_index);
    const bytes = recordOf(letter);
    builder.add(bytes, 0, bytes.byteLength, origin);
    const isLast = letters[index + 1]?.received_at !== letter.received_at;
    if (!isLast && builder.records < mostRecords && builder.weight < mostBytes) continue;
    const start = begin;
    const cursorAt = (record: number): Cursor => start + record + 1;
    begin += builder.records;
    yield builder.take({ receivedAt: Date.parse(letter.received_at), cursor: begin, cursorAt });
    builder = new BatchBuilder();
  }
}
