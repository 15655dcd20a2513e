import type { Command } from 'commander';
import { collect } from './option-values.ts';

/** What commands that work on a mapping are told of it and of the records. */
export function subjectOptions(command: Command): Command {
  return command
    .option('--in <file>', 'file or folder with raw records, - for standard input; may be said several times', collect)
    .option('--release <version>', 'OCSF release; default what the document says')
    .option('--functions <module>', 'module that exports the functions of plugins')
    .option('--config <json>', "configuration of the connector's stream");
}
