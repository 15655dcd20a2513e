import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { caseEvents, caseSchema } from '../bench/cases.ts';
import {
  memorySpill,
  schemaOf,
  sluiceEncoder,
  type ColumnSchema,
  type ObjectWriter,
  type SpillFile,
  type SpillStore,
} from '../src/index.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { schemaAndRows } from './support/random-schemas.ts';
import { everything, leaf } from './support/schemas.ts';

// Busy cores are slow.
vi.setConfig({ testTimeout: 60_000 });

/** A spill store that knows which of its files are still there, and can be made to fail. */
class WatchedSpill implements SpillStore {
  readonly files = new Set<SpillFile>();
  created = 0;
  writesUntilFull = Infinity;
  damage: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes;

  async create(): Promise<SpillFile> {
    const inner = await memorySpill().create();
    const file: SpillFile = {
      write: async (bytes) => {
        if (this.writesUntilFull-- <= 0) throw new Error('no space left');
        await inner.write(bytes);
      },
      read: async (start, end) => this.damage(Uint8Array.from(await inner.read(start, end))),
      remove: async () => {
        this.files.delete(file);
        await inner.remove();
      },
    };
    this.created++;
    this.files.add(file);
    return file;
  }
}

async function spilling(
  schema: ColumnSchema,
  rows: readonly Event[],
  after: (row: number) => boolean,
  spill: SpillStore = memorySpill(),
): Promise<ObjectWriter> {
  const writer = sluiceEncoder.open(schema, { spill });
  for (const [at, row] of rows.entries()) {
    writer.append(row);
    if (after(at)) await writer.spill();
  }
  return writer;
}

async function expectSameBytes(writer: ObjectWriter, schema: ColumnSchema, rows: readonly Event[]): Promise<void> {
  const object = await writer.finish({ 'sluice.test': 'yes' });
  const expected = await encode(schema, rows);
  expect(Buffer.compare(bytesOf(object), bytesOf(expected))).toBe(0);
  const { chunks: _, ...facts } = expected;
  expect(object).toMatchObject(facts);
}

/** Events of the benchmark's network class, some of them late, with all that grows a dictionary beyond its use. */
function shuffled(count: number): readonly Event[] {
  return [...caseEvents('net', count)].map((event, at) => ({
    ...event,
    time: Number(event['time']) + ((at * 7919) % 97) * (at % 5 === 0 ? 60_000 : 1),
    raw_data: `unique ${at} ${'x'.repeat(at % 50)}`,
  }));
}

describe('a writer that spills', () => {
  it('makes the bytes that it makes without, wherever it spills', async () => {
    await fc.assert(
      fc.asyncProperty(schemaAndRows(60), fc.integer({ min: 1, max: 20 }), async ({ schema, rows }, every) => {
        await expectSameBytes(await spilling(schema, rows, (at) => at % every === every - 1), schema, rows);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('makes the same bytes of events in order and of late ones, over blocks and many runs', async () => {
    const schema = caseSchema('net');
    for (const rows of [[...caseEvents('net', 9000)], shuffled(9000)]) {
      await expectSameBytes(await spilling(schema, rows, (at) => at % 4000 === 1500), schema, rows);
    }
    const rows = shuffled(3000);
    // More runs than are merged at once.
    await expectSameBytes(await spilling(schema, rows, (at) => at % 40 === 0), schema, rows);
  }, 60_000);

  it('makes the same bytes of several row groups, cut by weight', async () => {
    const schema = schemaOf([leaf('time', 'int64', true), leaf('raw_data', 'string'), leaf('n', 'int32')]);
    const rows = Array.from({ length: 70 }, (_, at) => ({
      time: (at * 31) % 70,
      raw_data: `${at}`.repeat(at % 3 === 0 ? 2_500_000 : 5),
      n: at % 4,
    }));
    const writer = await spilling(schema, rows, (at) => at % 11 === 10);
    await expectSameBytes(writer, schema, rows);
  }, 60_000);

  it('keeps the order of rows of equal time, and of all rows where there is no time', async () => {
    const equal = Array.from({ length: 500 }, (_, at) => ({ time: at % 3, n: at }));
    const timed = schemaOf([leaf('time', 'int64', true), leaf('n', 'int32')]);
    const untimed = schemaOf([leaf('n', 'int32')]);
    for (const schema of [timed, untimed]) {
      await expectSameBytes(await spilling(schema, equal, (at) => at % 7 === 0), schema, equal);
    }
  });

  it('takes rows while it spills, and tells what is where', async () => {
    const rows = shuffled(4000);
    const spill = new WatchedSpill();
    const writer = sluiceEncoder.open(caseSchema('net'), { spill });
    let spilled: Promise<void> = Promise.resolve();
    for (const [at, row] of rows.entries()) {
      writer.append(row);
      if (at % 500 === 499) spilled = writer.spill();
    }
    expect(writer.rows).toBe(4000);
    await spilled;
    expect(writer.rows).toBe(4000);
    expect(writer.memoryBytes).toBe(0);
    expect(writer.spilledBytes).toBeGreaterThan(100_000);
    const estimated = writer.estimatedBytes;
    const object = await writer.finish({ 'sluice.test': 'yes' });
    expect(estimated / object.byteLength).toBeGreaterThan(0.5);
    expect(estimated / object.byteLength).toBeLessThan(2);
    expect(Buffer.compare(bytesOf(object), bytesOf(await encode(caseSchema('net'), rows)))).toBe(0);
    expect(spill.files.size).toBe(0);
  });

  it('stays within its budget, and gives its object in small pieces', async () => {
    const budget = 2 * 1024 * 1024;
    const writer = sluiceEncoder.open(caseSchema('net'), { maxMemoryBytes: budget, spill: memorySpill() });
    let [most, spills] = [0, 0];
    for (const row of shuffled(12_000)) {
      writer.append(row);
      most = Math.max(most, writer.memoryBytes);
      if (!writer.isFull) continue;
      await writer.spill();
      spills++;
    }
    expect(spills).toBeGreaterThan(2);
    // Memory is measured every 256 rows.
    expect(most).toBeLessThan(budget * 1.5);
    let [largest, total] = [0, 0];
    const { byteLength } = await writer.finishTo({
      write: (bytes) => {
        largest = Math.max(largest, bytes.length);
        total += bytes.length;
        return Promise.resolve();
      },
    });
    expect(total).toBe(byteLength);
    expect(largest).toBeLessThan(2 * 1024 * 1024);
  }, 60_000);

  it('stays in memory without a spill store', async () => {
    const writer = sluiceEncoder.open(everything);
    writer.append({ time: 1, class_uid: 1, metadata: {} });
    await writer.spill();
    expect(writer.memoryBytes).toBeGreaterThan(0);
    expect((await writer.finish()).rows).toBe(1);
  });
});

describe('a spill store that fails', () => {
  const schema = caseSchema('net');
  const rows = shuffled(3000);

  it('by being full leaves every row in memory, and another attempt goes on', async () => {
    const spill = new WatchedSpill();
    const writer = await spilling(schema, rows, (at) => at === 1000, spill);
    const before = writer.memoryBytes;
    spill.writesUntilFull = 1;
    await expect(writer.spill()).rejects.toThrow('no space left');
    expect(writer.rows).toBe(3000);
    expect(writer.memoryBytes).toBeGreaterThan(before / 2);
    expect(spill.files.size).toBe(1);
    spill.writesUntilFull = Infinity;
    await writer.spill();
    expect(writer.memoryBytes).toBe(0);
    await expectSameBytes(writer, schema, rows);
  });

  const damages: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
    'a flipped bit': (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 4 : byte)),
    'a missing end': (bytes) => bytes.subarray(0, -7),
    'no bytes at all': () => new Uint8Array(0),
    'zeros in place of the end': (bytes) => bytes.map((byte, at) => (at > bytes.length - 100 ? 0 : byte)),
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`by giving back ${name} is an error, never an object`, async () => {
      const spill = new WatchedSpill();
      const writer = await spilling(schema, rows, (at) => at % 1000 === 999, spill);
      spill.damage = damage;
      await expect(writer.finish()).rejects.toMatchObject({ code: 'spill_failed', retryable: false });
      expect(spill.files.size).toBe(0);
    });
  }

  it('is left empty by a writer that is discarded, and by a sink that fails', async () => {
    const spill = new WatchedSpill();
    await (await spilling(schema, rows, (at) => at % 1000 === 999, spill)).discard();
    const writer = await spilling(schema, rows, (at) => at % 1000 === 999, spill);
    await expect(writer.finishTo({ write: () => Promise.reject(new Error('sink')) })).rejects.toThrow('sink');
    expect(spill.created).toBe(6);
    expect(spill.files.size).toBe(0);
  });
});
