import type { Stream } from '@sluice/connector';
import { emits } from '../../finding/columns.ts';
import { createRecordMapper } from '../../map.ts';
import { filesConfig, type FilesConfig } from './config.ts';
import { readFiles } from './read.ts';

/** Findings in files, such as the output of `aws securityhub get-findings`. */
export const files: Stream<FilesConfig, 'json'> = {
  name: 'files',
  description: 'Findings in files: exports, and what `aws securityhub get-findings` prints.',
  config: filesConfig,
  delivery: 'at-least-once',
  format: 'json',
  emits,
  read: readFiles,
  map: createRecordMapper(),
};
