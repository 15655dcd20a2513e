import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractVersion, type Batch, type Cursor } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { connector } from './src/connector.ts';

const [notes] = connector.streams;
if (notes === undefined) throw new Error('the connector has no stream');

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'sluice-notes-')), 'notes.txt');
});
afterEach(() => rm(join(path, '..'), { recursive: true, force: true }));

const log = { debug() {}, info() {}, warn() {}, error() {} };

async function readFrom(cursor?: Cursor): Promise<readonly Batch[]> {
  const context = { config: { path }, signal: new AbortController().signal, log, now: () => 1_768_471_200_000 };
  const reports = { reportBacklog() {}, reportDropped() {} };
  const batches: Batch[] = [];
  for await (const batch of notes?.read({ ...context, ...reports, ...(cursor === undefined ? {} : { cursor }) }) ?? [])
    batches.push(batch);
  return batches;
}

const textOf = ({ bytes, bounds }: Batch): string[] =>
  Array.from({ length: bounds.length / 2 }, (_, at) =>
    Buffer.from(bytes.subarray(bounds[2 * at], bounds[2 * at + 1])).toString(),
  );

test('the connector says what it is, and what it asks for', () => {
  const { streams, ...about } = connector;
  expect(about).toEqual({
    contract: contractVersion,
    name: 'notes',
    version: '1.0.0',
    stability: 'development',
    product: { vendor_name: 'Example', name: 'Notes' },
    ocsf: '1.3.0',
  });
  expect(streams).toMatchObject([
    {
      name: 'notes',
      description: 'Lines of a file, read once.',
      delivery: 'at-least-once',
      format: 'text',
      emits: [{ class: 'base_event', profiles: [], columns: [] }],
    },
  ]);
  expect(z.toJSONSchema(notes.config as z.ZodType)).toMatchObject({
    properties: { path: { type: 'string', description: 'The file.' } },
    required: ['path'],
    additionalProperties: false,
  });
});

test('each line is a record of the file it stands in; empty ones are none', async () => {
  await writeFile(path, 'Opened the door\n\nClosed the door\n');
  const [batch, ...others] = await readFrom();
  expect(others).toEqual([]);
  expect(batch && textOf(batch)).toEqual(['Opened the door', 'Closed the door']);
  const origin = { transport: 'file', path };
  expect(batch).toMatchObject({ receivedAt: 1_768_471_200_000, cursor: 2, origins: [origin, origin] });
});

test('reading goes on behind the last line that is stored, and brings nothing where there is none', async () => {
  await writeFile(path, 'Opened the door\nClosed the door\n');
  expect(await readFrom(2)).toEqual([]);
  expect((await readFrom(1)).map(textOf)).toEqual([['Closed the door']]);
});

test('a line is the message of an event of its own', () => {
  const context = { config: { path }, receivedAt: 1_768_471_200_000, origin: { transport: 'file', path } };
  expect(notes.map('Went home', context)).toEqual({
    class_uid: 0,
    activity_id: 0,
    severity_id: 1,
    time: 1_768_471_200_000,
    message: 'Went home',
  });
});
