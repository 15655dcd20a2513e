import {
  Bool,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeBuilder,
  Map_,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
  type DataType,
} from 'apache-arrow';
import { Compression, Table, writeParquet, WriterPropertiesBuilder } from 'parquet-wasm';
import { FlatPath } from '../../src/encoder/flat-path.ts';
import { flattenUnmapped } from '../../src/encoder/flatten-unmapped.ts';
import type { ColumnNode, ColumnSchema } from '../../src/index.ts';
import type { Row } from '../rows-of-file.ts';
import type { Peer } from './peer.ts';

const batchRows = 20_000;

/** Arrow's own builders, then parquet-wasm. Rows are first given the values that the builders take. */
export const arrow: Peer = {
  from: 'rows',
  open(schema) {
    const type = new Struct(schema.columns.map((node) => fieldOf(node)));
    const writer = new RecordBatchStreamWriter();
    const make = rowMaker(schema);
    let builder = makeBuilder({ type, nullValues: [null, undefined] });
    let rows = 0;
    const flush = (): void => {
      if (rows === 0) return;
      writer.write(new RecordBatch(new Schema(type.children), builder.finish().toVector().data[0] as never));
      builder = makeBuilder({ type, nullValues: [null, undefined] });
      rows = 0;
    };
    return {
      append(batch) {
        for (const row of batch) builder.append(make(row) as never);
        rows += batch.length;
        if (rows >= batchRows) flush();
      },
      async finish() {
        flush();
        writer.finish();
        const properties = new WriterPropertiesBuilder()
          .setCompression(Compression.ZSTD)
          .setMaxRowGroupSize(200_000)
          .setDataPageSizeLimit(800_000)
          .build();
        return writeParquet(Table.fromIPCStream(await writer.toUint8Array()), properties).length;
      },
    };
  },
};

function fieldOf(node: ColumnNode): Field {
  const required = (node.kind === 'leaf' || node.kind === 'group') && node.required;
  return new Field(node.name, typeOf(node), !required);
}

function typeOf(node: ColumnNode): DataType {
  if (node.kind === 'group') return new Struct(node.children.map((child) => fieldOf(child)));
  if (node.kind === 'list') return new List(new Field('element', typeOf(node.element), true));
  if (node.kind === 'map')
    return new Map_(
      new Field(
        'key_value',
        new Struct<never>([new Field('key', new Utf8(), false), new Field('value', new Utf8(), true)] as never),
        false,
      ) as never,
    );
  switch (node.type) {
    case 'boolean':
      return new Bool();
    case 'int32':
      return new Int32();
    case 'int64':
      return new Int64();
    case 'double':
      return new Float64();
    case 'timestamp':
      return new TimestampMillisecond('UTC');
    default:
      return new Utf8();
  }
}

function rowMaker(schema: ColumnSchema): (row: Row) => unknown {
  return (row) => struct(schema.columns, row);
}

function struct(nodes: readonly ColumnNode[], value: object): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const node of nodes) made[node.name] = convert(node, (value as Row)[node.name]);
  return made;
}

const unmapped = {
  leaf: { column: 'unmapped', path: [], type: 'string', maxDefinition: 0, maxRepetition: 0 },
  load: { characters: 0, bytes: 0 },
  paths: FlatPath.root(),
} as const;

function convert(node: ColumnNode, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (node.kind === 'group') return struct(node.children, value);
  if (node.kind === 'list') return (value as unknown[]).map((item) => convert(node.element, item));
  if (node.kind === 'map') {
    const flat = flattenUnmapped(value, unmapped);
    return new Map(flat.flatMap((key, at) => (at % 2 === 0 ? [[key, flat[at + 1]] as const] : [])));
  }
  if (node.type === 'int64') return BigInt(value as number);
  return node.type === 'timestamp' ? Date.parse(value as string) : value;
}
