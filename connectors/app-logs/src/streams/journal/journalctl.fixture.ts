import { appendFile, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningUpstream } from '@sluice/testing';

/** A program that follows a file as journalctl follows the journal, from the cursor on that it is told. */
const program = (entries: string): string => `#!${process.execPath}
const { openSync, readSync } = require('node:fs');
const option = process.argv.find((argument) => argument.startsWith('--after-cursor='));
const after = option === undefined ? 0 : Number(option.split('=')[2] ?? option.split('=')[1]);
const file = openSync(${JSON.stringify(entries)}, 'r');
const piece = Buffer.alloc(65536);
let text = '';
let count = 0;
const look = () => {
  for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) text += piece.toString('latin1', 0, size);
  const lines = text.split('\\n');
  text = lines.pop();
  const entries = lines.filter(() => ++count > after).map((line, index, all) => {
    const fields = Object.entries(JSON.parse(Buffer.from(line, 'latin1').toString()));
    return '__CURSOR=' + (count - all.length + index + 1) + '\\n' + fields.map(([name, value]) => name + '=' + value + '\\n').join('') + '\\n';
  });
  process.stdout.write(entries.join(''), () => setTimeout(look, 10));
};
look();
`;

/** A journal that holds nothing, and a program that follows it. */
export async function startJournal(): Promise<RunningUpstream> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-journal-'));
  const entries = join(folder, 'entries');
  const journalctl = join(folder, 'journalctl');
  await writeFile(entries, '');
  await writeFile(journalctl, program(entries));
  await chmod(journalctl, 0o755);
  return {
    config: { journalctl, max_line: '1KiB' },
    feed: (records) => appendFile(entries, records.map((record) => `${entryOf(record)}\n`).join('')),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A journal holds entries only. What cannot be mapped of it is one that is too long. */
function entryOf(record: string): string {
  return isEntry(record) ? record : JSON.stringify({ MESSAGE: record, PADDING: 'x'.repeat(1024) });
}

function isEntry(record: string): boolean {
  try {
    const value: unknown = JSON.parse(record);
    return typeof value === 'object' && value !== null && 'MESSAGE' in value;
  } catch {
    return false;
  }
}
