import type { Stream } from '@sluice/connector';
import { emits } from '../../records/columns.ts';
import { mapLine } from '../../records/map-line.ts';
import { journalConfig, type JournalConfig } from './config.ts';
import { readJournal } from './read.ts';

export const journal: Stream<JournalConfig, 'text'> = {
  name: 'journal',
  description: 'The journal of systemd, followed by `journalctl`, or exported to files (`journalctl -o export`).',
  config: journalConfig,
  delivery: 'at-least-once',
  format: 'text',
  emits,
  read: readJournal,
  map: mapLine,
};
