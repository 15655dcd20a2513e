import { Command, Option } from 'commander';
import { dayValue, sinceValue } from '../lake/day.ts';
import { withLakeOptions } from '../lake/lake-options.ts';
import type { End } from '../program.ts';
import { resultFormats } from '../query/formats.ts';
import type { QueryOptions } from '../query/query-lake.ts';
import type { Io } from '../terminal/io.ts';
import { collect, sizeValue } from './option-values.ts';

export function queryCommand(io: Io, end: End): Command {
  const command = new Command('query')
    .description('Ask a lake in SQL. Without SQL: list its tables.')
    .argument('[sql]', 'one SELECT; tables are named as Glue names them, or shorter after their source');
  return withLakeOptions(command)
    .addOption(new Option('--format <format>', 'of the rows').choices(resultFormats).default('table'))
    .option('--source <name>', 'only this source; may be said several times', collect)
    .addOption(
      new Option('--since <day|duration>', 'only event days from here on: 2026-03-01, 7d').argParser(
        sinceValue(io.now),
      ),
    )
    .addOption(new Option('--day <day>', 'only this event day: 2026-03-01').argParser(dayValue).conflicts('since'))
    .option('--account <id>', 'only this account')
    .addOption(
      new Option('--cache-size <size>', 'most local disk for objects of a bucket')
        .argParser(sizeValue)
        .default(2 * 1024 ** 3, '2GiB'),
    )
    .addHelpText('after', helpAfter)
    .action(async (sql: string | undefined, options: QueryOptions) => {
      const { query } = await import('../query/query-lake.ts');
      end(await query(sql, options, io));
    });
}

const helpAfter = `
Reads only: the engine opens no file but those of the lake, and writes none.
The column "time" is in milliseconds, as in OCSF: epoch_ms(time) makes a timestamp of it.

Examples:
  sluice query --lake ./lake
  sluice query --lake ./lake "SELECT src_endpoint.ip, count(*) FROM syslog_auth WHERE status_id = 2 GROUP BY ALL"
  sluice query --config sluice.yaml --since 7d --format csv "FROM app_logs_http"`;
