import { sluiceEncoder, type ColumnSchema, type EncodedObject, type WriterOptions } from '../../src/index.ts';

export type Event = Readonly<Record<string, unknown>>;

export async function encode(
  schema: ColumnSchema,
  events: Iterable<Event>,
  options: WriterOptions = {},
): Promise<EncodedObject> {
  const writer = sluiceEncoder.open(schema, options);
  for (const event of events) writer.append(event);
  return await writer.finish({ 'sluice.test': 'yes' });
}

export function bytesOf(object: EncodedObject): Uint8Array {
  return Buffer.concat(object.chunks);
}
