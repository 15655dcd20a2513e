import { contractVersion, type Batch, type Cursor } from '@sluice/connector';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { doorCatalogue } from './src/catalogue.ts';
import { connector } from './src/connector.ts';

const [doors] = connector.streams;
if (doors === undefined) throw new Error('the connector has no stream');

const at = 1_768_471_200_000;
const opening = { at, person: 'amira', door: 'north gate', attempts: 2, opened: true };
const origin = { transport: 'memory' };

test('the connector says what it is, and what it asks for', () => {
  const { streams, ...about } = connector;
  expect(about).toEqual({
    contract: contractVersion,
    name: 'doors',
    version: '1.0.0',
    stability: 'development',
    product: { vendor_name: 'Example', name: 'Doors' },
    ocsf: '1.3.0',
  });
  expect(streams).toMatchObject([
    {
      name: 'doors',
      description: 'Doors that a person opened, or could not.',
      delivery: 'at-least-once',
      format: 'json',
      emits: [
        { class: 'door_activity', profiles: [], columns: ['status_id', 'status', 'user.name', 'door', 'attempts'] },
      ],
    },
  ]);
  expect(z.toJSONSchema(doors.config as z.ZodType)).toMatchObject({
    properties: { openings: { type: 'array', description: 'What happened, in order.' } },
    required: ['openings'],
    additionalProperties: false,
  });
});

test('what happened is read in order, and not again behind the cursor', async () => {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const read = async (cursor?: Cursor): Promise<readonly Batch[]> => {
    const context = { config: { openings: [opening, { at }] }, signal: new AbortController().signal, log };
    const more = { now: () => at, reportBacklog() {}, reportDropped() {}, ...(cursor === undefined ? {} : { cursor }) };
    const batches: Batch[] = [];
    for await (const batch of doors.read({ ...context, ...more })) batches.push(batch);
    return batches;
  };
  const textOf = ({ bytes, bounds }: Batch): string[] =>
    Array.from({ length: bounds.length / 2 }, (_, record) =>
      Buffer.from(bytes.subarray(bounds[2 * record], bounds[2 * record + 1])).toString(),
    );
  const [batch] = await read();
  expect(batch).toMatchObject({ receivedAt: at, cursor: 2, origins: [origin, origin] });
  expect(batch && textOf(batch)).toEqual([JSON.stringify(opening), JSON.stringify({ at })]);
  expect((await read(1)).map(textOf)).toEqual([[JSON.stringify({ at })]]);
  expect(await read(2)).toEqual([]);
});

test('a door that was opened succeeded, any other failed, and what names no door is rejected', () => {
  const context = { config: {}, receivedAt: 0, origin };
  expect(doors.map(opening, context)).toEqual({
    class_uid: 99_903_001,
    activity_id: 1,
    severity_id: 1,
    status_id: 1,
    time: at,
    user: { name: 'amira' },
    door: 'north gate',
    attempts: 2,
  });
  expect(doors.map({ ...opening, opened: false }, context)).toMatchObject({ status_id: 2 });
  expect(doors.map({ at, person: 'ben' }, context)).toEqual({ reject: 'no_door', detail: 'the record names no door' });
});

test('the catalogue holds the class beside those of OCSF, by its name and by its uid', () => {
  const catalogue = doorCatalogue();
  const door = catalogue.classes.get('door_activity');
  expect(catalogue.classesByUid.get(99_903_001)).toBe(door);
  expect(catalogue.classes.has('base_event')).toBe(true);
  expect(catalogue.classesByUid.has(3002)).toBe(true);
  expect(catalogue.extensions.get('doors')).toEqual({ uid: 999, name: 'doors', caption: 'Doors' });
  expect(catalogue.extensions.size).toBeGreaterThan(1);
  expect(door).toMatchObject({
    name: 'door_activity',
    caption: 'Door Activity',
    extends: 'base_event',
    uid: 99_903_001,
    categoryUid: 3,
    categoryName: 'Identity & Access Management',
    extension: 'doors',
  });
  const { constraints, profiles } = catalogue.classes.get('base_event') ?? {};
  expect(door).toMatchObject({ constraints, profiles });
});

test('a door is required, attempts are not, and the ids are those of the class', () => {
  const attributes = doorCatalogue().classes.get('door_activity')?.attributes;
  const captions = (name: string): unknown =>
    Object.fromEntries([...(attributes?.get(name)?.enum ?? [])].map(([id, { caption }]) => [id, caption]));
  expect(attributes?.get('door')).toEqual({
    name: 'door',
    caption: 'Door',
    type: 'string_t',
    isArray: false,
    requirement: 'required',
  });
  expect(attributes?.get('attempts')).toEqual({
    name: 'attempts',
    caption: 'Attempts',
    type: 'integer_t',
    isArray: false,
    requirement: 'optional',
  });
  expect(attributes?.has('user')).toBe(true);
  expect(attributes?.get('activity_id')).toMatchObject({ name: 'activity_id', requirement: 'required' });
  expect(captions('activity_id')).toEqual({ 0: 'Unknown', 1: 'Open', 99: 'Other' });
  expect(captions('category_uid')).toEqual({ 3: 'Identity & Access Management' });
  expect(captions('class_uid')).toEqual({ 99903001: 'Door Activity' });
  expect(captions('type_uid')).toEqual({
    9990300100: 'Door Activity: Unknown',
    9990300101: 'Door Activity: Open',
    9990300199: 'Door Activity: Other',
  });
});
