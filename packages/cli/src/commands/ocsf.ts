import { Command, InvalidArgumentError, Option } from 'commander';
import { lakeRelease } from '../lake/release.ts';
import type { CompileOptions, SearchOptions, ShowOptions } from '../ocsf/browse.ts';
import type { ValidateEventsOptions } from '../ocsf/validate-events.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import { collect } from './option-values.ts';

export function ocsfCommand(io: Io, end: End): Command {
  const ocsf = new Command('ocsf').description('Look at OCSF schemas and hold events against them.');
  for (const make of [showCommand, searchCommand, validateCommand, compileCommand, diffCommand])
    ocsf.addCommand(make(io, end));
  return ocsf;
}

function withCatalogue(command: Command): Command {
  return command
    .option('--release <version>', 'OCSF release', lakeRelease)
    .option('--schema <folder|file>', 'schema sources or a compiled export instead of a packaged release')
    .option('--extension <folder>', 'private extensions to --schema; may be said several times', collect);
}

function showCommand(io: Io, end: End): Command {
  const command = new Command('show')
    .description('Show a class or object as a tree; without a name, all classes.')
    .argument('[name]', 'class, class uid or object');
  return withCatalogue(command)
    .option('--profile <name>', 'a profile that is on; may be said several times', collect)
    .option('--depth <levels>', 'levels of objects to open', wholeNumber(1, 8), 1)
    .addHelpText('after', '\nExample:\n  sluice ocsf show authentication --profile cloud --depth 2')
    .action(async (name: string | undefined, options: ShowOptions) =>
      end(await (await import('../ocsf/browse.ts')).show(name, options, io)),
    );
}

function searchCommand(io: Io, end: End): Command {
  const command = new Command('search')
    .description('Find classes, objects, attributes and enum values by words.')
    .argument('<words...>', 'what to look for');
  return withCatalogue(command)
    .option('--limit <number>', 'most hits', wholeNumber(1, 1000), 25)
    .addHelpText('after', '\nExample:\n  sluice ocsf search source ip')
    .action(async (words: readonly string[], options: SearchOptions) =>
      end(await (await import('../ocsf/browse.ts')).search(words, options, io)),
    );
}

function validateCommand(io: Io, end: End): Command {
  const command = new Command('validate')
    .description('Hold events, one JSON object a line, against OCSF. Exits with 65 when one is not valid.')
    .argument('<files...>', 'files of JSON lines, or - for standard input');
  return withCatalogue(command)
    .option('--recommended', 'warn of missing recommended attributes')
    .option('--show <number>', 'findings to show one by one', wholeNumber(0, 1_000_000), 20)
    .addOption(
      new Option('--format <format>', 'json is one finding a line, all of them')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText('after', '\nExample:\n  sluice ocsf validate events.ndjson --release 1.3.0')
    .action(async (files: readonly string[], options: ValidateEventsOptions) =>
      end(await (await import('../ocsf/validate-events.ts')).validateEvents(files, options, io)),
    );
}

function compileCommand(io: Io, end: End): Command {
  return new Command('compile')
    .description('Compile a folder of OCSF schema sources, with private extensions.')
    .argument('<folder>', 'the schema: version.json, dictionary.json, events/, objects/…')
    .option('--extension <folder>', 'private extensions; may be said several times', collect)
    .option('--types <file>', 'write TypeScript types')
    .addHelpText(
      'after',
      '\nExample:\n  sluice ocsf compile ./ocsf-schema --extension ./our-extension --types ./ocsf.ts',
    )
    .action(async (folder: string, options: CompileOptions) =>
      end(await (await import('../ocsf/browse.ts')).compile(folder, options, io)),
    );
}

function diffCommand(io: Io, end: End): Command {
  return new Command('diff')
    .description('Show what changed from one release to another.')
    .argument('<from>', 'release')
    .argument('<to>', 'release')
    .argument('[class]', 'only this class')
    .addHelpText('after', '\nExample:\n  sluice ocsf diff 1.1.0 1.3.0 authentication')
    .action(async (from: string, to: string, name: string | undefined) =>
      end((await import('../ocsf/browse.ts')).diff(from, to, name, io)),
    );
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
    return value;
  };
}
