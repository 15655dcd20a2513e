import { Command, InvalidArgumentError, Option } from 'commander';
import type { MapOptions } from '../mapping/map-records.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import { processSignals } from '../terminal/signals.ts';
import { collect } from './option-values.ts';

interface MapFlags extends Omit<MapOptions, 'format'> {
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly watch?: boolean;
}

/** What both commands that work on a mapping are told. */
export function withSubject(command: Command): Command {
  return command
    .argument('<mapping>', 'a mapping document (.yaml), or a connector: its name, package or module')
    .argument('[stream]', 'stream of the connector, where it has several')
    .requiredOption(
      '--in <file>',
      'file or folder with raw records, - for standard input; may be said several times',
      collect,
    )
    .option('--release <version>', 'OCSF release; default what the document says')
    .option('--functions <module>', 'module that exports the functions of plugins')
    .option('--config <json>', "configuration of the connector's stream");
}

export function mapCommand(io: Io, end: End): Command {
  const command = new Command('map').description(
    'Show what records become, attribute by attribute. Exits with 65 when an event is not valid, 78 when the mapping is wrong.',
  );
  return withSubject(command)
    .option('--explain', 'say for each attribute which line and which field of the record it came from')
    .option('--watch', 'map anew whenever the mapping or an input changes, and print what became different')
    .option('--limit <number>', 'most records', positive)
    .addOption(new Option('--format <format>', 'json is one record a line').choices(['text', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .addHelpText('after', '\nExample:\n  sluice map mapping.yaml --in sample.log --explain --watch')
    .action(async (mapping: string, stream: string | undefined, { json, watch, ...flags }: MapFlags) => {
      const { mapRecords, watchRecords } = await import('../mapping/map-records.ts');
      const options: MapOptions = { ...flags, format: json === true ? 'json' : flags.format };
      if (watch !== true) return end(await mapRecords(mapping, stream, options, io));
      const stopped = new AbortController();
      const listener = processSignals().onStop(() => stopped.abort());
      try {
        end(await watchRecords(mapping, stream, { ...options, signal: stopped.signal }, io));
      } finally {
        listener.forget();
      }
    });
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on.');
  return Number(text);
}
