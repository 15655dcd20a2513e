/** Prints the rows of a Parquet object as ClickHouse reads them, one JSON text a line: `node clickhouse.mjs FOLDER OBJECT`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, object] = process.argv.slice(2);
const { query } = createRequire(join(folder, 'package.json'))('chdb');
const settings = [
  'max_threads = 1',
  'output_format_json_quote_64bit_integers = 1',
  'output_format_json_escape_forward_slashes = 0',
  "date_time_output_format = 'iso'",
];
process.stdout.write(query(`SELECT * FROM file('${object}', Parquet) SETTINGS ${settings.join(', ')}`, 'JSONEachRow'));
