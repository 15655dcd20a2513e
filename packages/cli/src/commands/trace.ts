import { Command, Option } from 'commander';
import { dayValue, sinceValue } from '../lake/day.ts';
import { withLakeOptions } from '../lake/lake-options.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import type { TraceOptions } from '../trace/trace.ts';
import { sizeValue } from './option-values.ts';

export function traceCommand(io: Io, end: End): Command {
  const command = new Command('trace')
    .description('Say which object of a lake holds an event, and which input an object came from.')
    .argument('<what>', '`metadata.uid` of an event, or the key (or the end of it) of an object');
  return withLakeOptions(command)
    .addOption(new Option('--format <format>', 'json is one object a line').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--since <day|duration>', 'only event days from here on: 2026-03-01, 7d').argParser(
        sinceValue(io.now),
      ),
    )
    .addOption(new Option('--day <day>', 'only this event day: 2026-03-01').argParser(dayValue).conflicts('since'))
    .addOption(
      new Option('--cache-size <size>', 'most local disk for objects of a bucket')
        .argParser(sizeValue)
        .default(2 * 1024 ** 3, '2GiB'),
    )
    .addHelpText('after', helpAfter)
    .action(async (what: string, options: TraceOptions) => {
      const { trace } = await import('../trace/trace.ts');
      end(await trace(what, options, io));
    });
}

const helpAfter = `
Reads what each object says of itself in its footer: pipeline, connector and mapping, software, and the range of input
that its rows came from. With --config, also says which objects are begun and not stored yet. Exits with 1 where nothing
is found. For a bucket, --day saves fetching the rest of it.

Examples:
  sluice trace 6f1c2a77-0c1e-4d0e-9a43-0f5b5a3d9b11 --lake ./lake
  sluice trace 124f24b013b822b46af7fd2eb84e889b.zstd.parquet --config sluice.yaml`;
