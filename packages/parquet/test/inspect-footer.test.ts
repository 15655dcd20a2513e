import lite from 'parquetjs-lite';
import { describe, expect, it } from 'vitest';
import { PhysicalType, Repetition } from '../src/encoder/parquet-format.ts';
import { writeSchemaElement, type SchemaElement } from '../src/encoder/schema-elements.ts';
import { ThriftWriter } from '../src/encoder/thrift-writer.ts';
import { checkPages } from '../src/inspect/check-pages.ts';
import { bytesAccess, schemaOf } from '../src/index.ts';
import { readMetadata, type ObjectMetadata } from '../src/reader/object-metadata.ts';
import { bytesOf, encode } from './support/encode.ts';
import { rulesBroken } from './support/rules-broken.ts';
import { leaf } from './support/schemas.ts';

describe('what a right writer cannot be made to write', () => {
  it('is found in a schema: bare repeated columns, empty structs, maps that are none', async () => {
    const bytes = objectOf([
      { name: 'schema', children: 4 },
      { name: 'time', repetition: Repetition.REQUIRED, physical: PhysicalType.INT64 },
      { name: 'hosts', repetition: Repetition.REPEATED, physical: PhysicalType.BYTE_ARRAY, annotation: 'string' },
      { name: 'src_endpoint', repetition: Repetition.OPTIONAL, children: 0 },
      { name: 'unmapped', repetition: Repetition.OPTIONAL, children: 1, annotation: 'map' },
      { name: 'key_value', repetition: Repetition.OPTIONAL, physical: PhysicalType.BYTE_ARRAY },
    ]);
    const rules = await rulesBroken(bytes);
    expect(rules).toEqual(expect.arrayContaining(['empty-struct', 'list-encoding', 'map-encoding']));
    expect(rules).not.toContain('unreadable');
  });

  it('is found in a list: two levels, as Avro and older writers make them', async () => {
    const bytes = objectOf([
      { name: 'schema', children: 2 },
      { name: 'time', repetition: Repetition.REQUIRED, physical: PhysicalType.INT64 },
      { name: 'hosts', repetition: Repetition.OPTIONAL, children: 1, annotation: 'list' },
      { name: 'array', repetition: Repetition.REPEATED, physical: PhysicalType.BYTE_ARRAY, annotation: 'string' },
    ]);
    const rules = await rulesBroken(bytes);
    expect(rules).toContain('list-two-level');
    expect(rules).not.toContain('list-encoding');
  });

  it('is found in a page index: parquetjs-lite begins every page at row 0', async () => {
    const chunks: Uint8Array[] = [];
    const stream = {
      write: (bytes: Uint8Array, done: () => void): void => {
        chunks.push(bytes);
        done();
      },
      end: (done: () => void): void => done(),
    };
    const schema = new lite.ParquetSchema({ time: { type: 'INT64', compression: 'GZIP' } });
    const options = { rowGroupSize: 1000, pageSize: 100, useDataPageV2: true, pageIndex: true };
    const writer = await lite.ParquetWriter.openStream(schema, stream, options);
    for (let row = 0; row < 1000; row++) await writer.appendRow({ time: 1_772_409_600_000 + row });
    await writer.close();
    expect(await rulesBroken(Buffer.concat(chunks))).toContain('page-index');
  });

  it('is found in the weight of a row group', async () => {
    const light = Buffer.from(
      bytesOf(await encode(schemaOf([leaf('time', 'int64', true)]), [{ time: 1_772_409_600_000 }])),
    );
    const metadata = await readMetadata(bytesAccess(light));
    const [chunk] = metadata.rowGroups[0]?.chunks ?? [];
    if (chunk === undefined) throw new Error('no chunk');
    const heavy: ObjectMetadata = {
      ...metadata,
      rowGroups: [{ rows: 1, uncompressedBytes: 1, compressedBytes: 257 * 1024 * 1024, chunks: [chunk], sortedBy: [] }],
    };
    expect((await checkPages(bytesAccess(light), heavy)).map((one) => one.rule)).toEqual(['row-group-size']);
  });
});

/** An object of no rows with any schema. */
function objectOf(elements: readonly SchemaElement[]): Uint8Array {
  const thrift = new ThriftWriter();
  thrift.body(() => {
    thrift.i32(1, 1);
    thrift.list(2, 'struct', elements, (element) => writeSchemaElement(thrift, element));
    thrift.i64(3, 0);
    thrift.list(4, 'struct', [], () => {});
  });
  const footer = thrift.take();
  return Buffer.concat([
    Buffer.from('PAR1'),
    footer,
    new Uint8Array(Uint32Array.of(footer.length).buffer),
    Buffer.from('PAR1'),
  ]);
}
