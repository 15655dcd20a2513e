import { reject, type MapResult } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { line, listStream } from '../pipeline/list-connector.fixture.ts';
import { numbered, Workbench } from '../pipeline/workbench.fixture.ts';
import type { PipelineOptions } from '../pipeline/options.ts';
import { DeadLetterBuffer } from './dead-letter-buffer.ts';
import type { DeadLetter } from './dead-letter.ts';
import { groupLetters } from './group-letters.ts';
import { openLetters } from './replay-job.ts';
import { replayDeadLetters, type ReplayOptions, type ReplayResult } from './replay.ts';

let bench: Workbench;
beforeEach(async () => (bench = await Workbench.open()));
afterEach(() => bench.close());

/** Letters of two reasons among good records. */
const bad = [
  JSON.stringify({ reject: 'odd', message: 'a' }),
  'no json',
  JSON.stringify({ reject: 'odd', message: 'b' }),
  JSON.stringify({ reject: 'even', message: 'c' }),
  line('wrong', undefined, { severity_id: 'high' }),
];

/** The mapping after it was mended: what it rejected becomes an event. */
const mended: PipelineOptions['stream'] = {
  ...listStream,
  map(record: unknown, context): MapResult {
    const { reject: reason, message } = record as { reject?: string; message?: string };
    if (reason === 'even') return reject('still_even', 'not yet');
    return reason === undefined
      ? listStream.map(record, context)
      : (JSON.parse(line(`mended ${message}`)) as MapResult);
  },
};

function replay(more: Partial<ReplayOptions> = {}): Promise<readonly ReplayResult[]> {
  return replayDeadLetters({ ...bench.options({ batches: [] }), stream: mended, filter: {}, ...more });
}

async function reasons(): Promise<Record<string, number>> {
  const groups = await groupLetters(openLetters(bench.deadLetters, {}));
  return Object.fromEntries(groups.map(({ reason, letters }) => [reason, letters]));
}

test('letters say where they came from, what is wrong and why', async () => {
  await bench.run({ batches: [[...numbered(0, 3), ...bad]] });
  const groups = await groupLetters(openLetters(bench.deadLetters, {}));
  expect(groups[0]).toMatchObject({ pipeline: 'office', stage: 'map', reason: 'odd', letters: 2 });
  expect(groups.find(({ stage }) => stage === 'conform')).toMatchObject({
    reason: 'ocsf_invalid',
    path: 'severity_id',
    classUid: 0,
    sample: { connector: 'list', connector_version: '1.2.3', raw: bad[4] },
  });
});

test('after the mapping was mended a replay brings each letter into the lake once, and the rest stay with the new reason', async () => {
  await bench.run({ batches: [[...numbered(0, 3), ...bad]] });
  const [result] = await replay();
  expect(result).toMatchObject({ letters: 5, resumed: false });
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2', 'mended a', 'mended b']);
  expect(await reasons()).toEqual({ malformed_json: 1, still_even: 1, ocsf_invalid: 1 });
  const letters = bench.letters().filter(({ reason }) => reason === 'still_even');
  expect(letters).toMatchObject([{ raw: bad[3], pipeline: expect.stringMatching(/^office\.replay-/) }]);
});

test('a second replay takes only what the first left', async () => {
  await bench.run({ batches: [bad] });
  await replay();
  const objects = bench.store.objects.size;
  const [again] = await replay();
  expect(again?.letters).toBe(3);
  expect(bench.store.objects.size).toBe(objects);
  expect(await bench.messages()).toEqual(['mended a', 'mended b']);
  expect(await reasons()).toEqual({ malformed_json: 1, still_even: 1, ocsf_invalid: 1 });
});

test('a filter leaves the other letters where they are', async () => {
  await bench.run({ batches: [bad] });
  expect(await replay({ filter: { reasons: ['even'] } })).toMatchObject([{ letters: 1 }]);
  expect(await reasons()).toEqual({ odd: 2, malformed_json: 1, still_even: 1, ocsf_invalid: 1 });
  expect(await replay({ filter: { since: Date.now() + 60_000 } })).toEqual([]);
  expect(await replay({ filter: { reasons: ['odd'] } })).toMatchObject([{ letters: 2 }]);
  expect(await bench.messages()).toEqual(['mended a', 'mended b']);
});

test('a dry run says what would become of the letters, and changes nothing', async () => {
  await bench.run({ batches: [bad] });
  const before = [...bench.deadLetters.objects.keys()];
  const [result] = await replay({ dryRun: true });
  expect(result?.statistics).toMatchObject({
    mappedEvents: 2,
    rejected: { malformed_json: 1, still_even: 1, ocsf_invalid: 1 },
  });
  expect([...bench.deadLetters.objects.keys()]).toEqual(before);
  expect(bench.store.objects.size).toBe(0);
});

test('a replay that dies anywhere is finished by the next, with each letter in the lake once', async () => {
  const many = Array.from({ length: 400 }, (_, index) => JSON.stringify({ reject: 'odd', message: index }));
  await bench.run({ batches: [many] });
  for (const step of ['cut', 'sealed', 'intended', 'stored', 'committed', 'settled'] as const) {
    let seen = 0;
    const dying = replay({
      flush: { maxOpenObjects: 1 },
      onStep: (reached) => {
        if (reached === step && ++seen > 0) throw new SluiceError('store_failed', `died at ${step}`);
      },
    });
    await expect(dying).rejects.toThrow();
  }
  const [resumed, ...others] = await replay();
  expect(resumed).toMatchObject({ letters: 400, resumed: true });
  expect(others).toEqual([]);
  const messages = await bench.messages();
  expect(messages).toHaveLength(400);
  expect(new Set(messages).size).toBe(400);
  expect(await replay()).toEqual([]);
});

test('of several events of a record, only the one that did not fit its column is replayed', async () => {
  const events = ['in the lake', 'did not fit'].map((message) => JSON.parse(line(message)) as object);
  const letter: DeadLetter = {
    reason: 'value_unfit',
    detail: '',
    stage: 'encode',
    event_index: 1,
    pipeline: 'office',
    connector: 'list',
    connector_version: '1.2.3',
    stream: 'lines',
    received_at: '2026-03-01T10:00:00.000Z',
    origin: { transport: 'list' },
    raw: JSON.stringify({ events }),
  };
  const buffer = new DeadLetterBuffer();
  buffer.add(letter);
  const { key, bytes } = await buffer.seal('office', '', '20260301');
  await bench.deadLetters.put(key, { chunks: [bytes], byteLength: bytes.byteLength });
  await replay();
  expect(await bench.messages()).toEqual(['did not fit']);
});

test('objects among the letters that are none are named', async () => {
  await bench.deadLetters.put('office/20260301/odd.ndjson.zst', { chunks: [Buffer.from('no zstd')], byteLength: 7 });
  await expect(reasons()).rejects.toMatchObject({
    code: 'dead_letters_unreadable',
    message: expect.stringContaining('office/20260301/odd.ndjson.zst'),
  });
});
