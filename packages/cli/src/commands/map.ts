import { Command, InvalidArgumentError, Option } from 'commander';
import type { MapOptions } from '../mapping/map-records.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import { processSignals } from '../terminal/signals.ts';
import { subjectOptions } from './mapping-options.ts';

interface MapFlags extends Omit<MapOptions, 'format' | 'in'> {
  readonly in?: readonly string[];
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly schema?: string;
}

export function mapCommand(io: Io, end: End): Command {
  const command = new Command('map')
    .description(
      'Show what records become, attribute by attribute; without --in, check the mapping. Exits with 65 when an event is not valid, 78 when the mapping is wrong.',
    )
    .argument('[mapping]', 'a mapping document (.yaml), or a connector: its name, package or module')
    .argument('[stream]', 'stream of the connector, where it has several');
  return subjectOptions(command)
    .option('--explain', 'say for each attribute which line and which field of the record it came from')
    .option('--watch', 'map anew whenever the mapping or an input changes, and print what became different')
    .option('--limit <number>', 'most records', positive)
    .addOption(new Option('--format <format>', 'json is one record a line').choices(['text', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .option('--schema <classes>', 'print the JSON Schema of mappings to these classes (a,b or all), for an editor')
    .addHelpText(
      'after',
      '\nExamples:\n  sluice map mapping.yaml --in sample.log --explain --watch\n  sluice map --schema authentication > authentication.schema.json',
    )
    .action(async (mapping: string | undefined, stream: string | undefined, flags: MapFlags) => {
      if (flags.schema !== undefined)
        return end((await import('../mapping/print-schema.ts')).printSchema(flags.schema, flags.release, io));
      if (mapping === undefined) return command.error("error: missing required argument 'mapping'");
      const { in: inputs, json, format, ...options } = flags;
      if (inputs === undefined)
        return end(await (await import('../mapping/check-mapping.ts')).checkMapping(mapping, stream, options, io));
      return end(await mapInputs(mapping, stream, { ...options, in: inputs, format: json ? 'json' : format }, io));
    });
}

async function mapInputs(
  mapping: string,
  stream: string | undefined,
  options: MapOptions & { readonly watch?: boolean },
  io: Io,
): Promise<Parameters<End>[0]> {
  const { mapRecords, watchRecords } = await import('../mapping/map-records.ts');
  if (options.watch !== true) return mapRecords(mapping, stream, options, io);
  const stopped = new AbortController();
  const listener = processSignals().onStop(() => stopped.abort());
  try {
    return await watchRecords(mapping, stream, { ...options, signal: stopped.signal }, io);
  } finally {
    listener.forget();
  }
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on.');
  return Number(text);
}
