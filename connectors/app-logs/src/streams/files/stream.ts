import type { Stream } from '@sluice/connector';
import { emits } from '../../records/columns.ts';
import { filesConfig, type FilesConfig } from './config.ts';
import { mapLine } from '../../records/map-line.ts';
import { readFiles } from './read.ts';

export const files: Stream<FilesConfig, 'text'> = {
  name: 'files',
  description: 'Lines of log files, followed through growth, rotation and truncation.',
  config: filesConfig,
  delivery: 'at-least-once',
  format: 'text',
  emits,
  read: readFiles,
  map: mapLine,
};
