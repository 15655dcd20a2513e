import {
  sluiceEncoder,
  type ColumnSchema,
  type EncodedObject,
  type Encoder,
  type WriterOptions,
} from '../../src/index.ts';

export type Event = Readonly<Record<string, unknown>>;

export async function encode(
  schema: ColumnSchema,
  events: Iterable<Event>,
  options: WriterOptions = {},
  encoder: Encoder = sluiceEncoder,
): Promise<EncodedObject> {
  const writer = encoder.open(schema, options);
  for (const event of events) writer.append(event);
  return await writer.finish({ 'sluice.test': 'yes' });
}

export function bytesOf(object: EncodedObject): Uint8Array {
  return Buffer.concat(object.chunks);
}
