import type { Stream } from '@sluice/connector';
import { emits } from '../../records/columns.ts';
import { mapLine } from '../../records/map-line.ts';
import { stdinConfig, type StdinConfig } from './config.ts';
import { readStdin } from './read.ts';

export const stdin: Stream<StdinConfig, 'text'> = {
  name: 'stdin',
  description: 'Lines that another program writes to the standard input, until it ends.',
  config: stdinConfig,
  delivery: 'at-most-once',
  format: 'text',
  emits,
  read: (context) => readStdin(context),
  map: mapLine,
};
