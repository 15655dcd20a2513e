import { expect, test } from 'vitest';
import { compatibleEncoder, schemaOf, sluiceEncoder, type Encoder } from '../src/index.ts';
import { checkAgreement } from './support/agreement.ts';
import { bytesOf, encode } from './support/encode.ts';
import { openDuckdb, withDuckdb } from './support/read-duckdb.ts';
import { leaf, list } from './support/schemas.ts';

const schema = schemaOf([
  leaf('time', 'int64', true),
  leaf('id', 'string'),
  leaf('level', 'string'),
  leaf('message', 'string'),
  leaf('absent', 'string'),
  leaf('none', 'int64'),
  leaf('bytes', 'int32'),
  leaf('near', 'int64'),
  leaf('far', 'int64'),
  leaf('least', 'int64'),
  leaf('less', 'int64'),
  leaf('most', 'int64'),
  leaf('more', 'int64'),
  leaf('share', 'double'),
  leaf('tiny', 'double'),
  leaf('apart', 'int32'),
  list('pids', leaf('pids', 'int64')),
  leaf('at', 'timestamp'),
]);
const rows = Array.from({ length: 300 }, (_, at) => ({
  time: 1_767_225_600_000 + at * 7,
  id: `é${String(at).padStart(9, '0')}`,
  message: `${at}-é`.repeat((at % 3) + 1),
  level: at % 2 === 0 ? 'low' : 'high',
  bytes: at * at,
  near: at === 9 ? 2 ** 31 - 1 : at,
  far: at === 9 ? 2 ** 31 : at,
  least: -(2 ** 52) + at,
  less: -(2 ** 52) + at - 1,
  most: 2 ** 52 - 1 - at,
  more: 2 ** 52 - at,
  share: at / 7,
  tiny: at * Number.MIN_VALUE,
  apart: at % 2 === 0 ? at - 2 ** 31 : 2 ** 31 - at,
  pids: [-at, at + 1000],
  at: new Date(1_767_225_600_000 + at * 86).toISOString(),
}));

async function encodingsOf(encoder: Encoder): Promise<Readonly<Record<string, unknown>>> {
  const bytes = bytesOf(await encode(schema, rows, {}, encoder));
  return await withDuckdb(bytes, async (connection, path) => {
    const result = await connection.runAndReadAll(
      `SELECT path_in_schema AS path, encodings FROM parquet_metadata('${path}')`,
    );
    return Object.fromEntries(result.getRowObjects().map((row) => [String(row['path']), row['encodings']]));
  });
}

const [plain, deltas, coded] = ['PLAIN, RLE', 'RLE, DELTA_BINARY_PACKED', 'PLAIN, RLE, RLE_DICTIONARY'];

test('numbers without codes are written as differences, where they are near enough; texts as lengths, where they have one', async () => {
  expect(await encodingsOf(sluiceEncoder)).toEqual({
    time: deltas,
    id: 'RLE, DELTA_LENGTH_BYTE_ARRAY',
    level: coded,
    message: plain,
    absent: plain,
    none: plain,
    bytes: deltas,
    near: deltas,
    far: plain,
    least: deltas,
    less: plain,
    most: deltas,
    more: plain,
    share: plain,
    tiny: plain,
    apart: plain,
    'pids, list, element': deltas,
    at: deltas,
  });
});

test('the compatible encoder writes what Parquet 1 knows', async () => {
  const encodings = await encodingsOf(compatibleEncoder);
  expect(encodings).toMatchObject({ time: plain, id: plain, level: coded });
  expect(new Set(Object.values(encodings))).toEqual(new Set([plain, coded]));
});

test('both read back as they came', async () => {
  const duckdb = await openDuckdb();
  try {
    await checkAgreement(schema, rows, duckdb);
  } finally {
    await duckdb.close();
  }
});

test('a page that begins with nulls, of a column of which others have values, reads back as it came', async () => {
  const sparse = schemaOf([leaf('time', 'int64', true), leaf('number', 'int64'), leaf('id', 'string')]);
  // Blocks of 4,096 rows, pages of at most 20,000: the second page of three columns begins with a block of nulls.
  const count = 6 * 4096;
  const events = Array.from({ length: count }, (_, at) =>
    at >= 4 * 4096 && at < 5 * 4096
      ? { time: at }
      : { time: at, number: at + 2 ** 40, id: `id ${String(at).padStart(5, '0')}` },
  );
  const bytes = bytesOf(await encode(sparse, events));
  await withDuckdb(bytes, async (connection, path) => {
    const result = await connection.runAndReadAll(
      `SELECT count(*) FILTER (number = time + 1099511627776 AND id = format('id {:05d}', time)) AS same,
        count(*) FILTER (number IS NULL AND id IS NULL AND time BETWEEN ${4 * 4096} AND ${5 * 4096 - 1}) AS missing
        FROM read_parquet('${path}')`,
    );
    expect(result.getRowObjects()).toEqual([{ same: BigInt(count - 4096), missing: 4096n }]);
  });
});
