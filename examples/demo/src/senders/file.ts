import { open, rename } from 'node:fs/promises';
import type { Sender } from './sender.ts';

export interface LogFile extends Sender {
  /** What logrotate does at midnight: the file gets another name and a new one takes its place. */
  rotate(): Promise<void>;
}

/** Appends each record as a line. */
export async function logFile(path: string): Promise<LogFile> {
  let file = await open(path, 'a');
  return {
    async send(records) {
      await file.appendFile(Buffer.concat(records.flatMap((record) => [Buffer.from(record), Buffer.from('\n')])));
    },
    async rotate() {
      await rename(path, `${path}.1`);
      await file.close();
      file = await open(path, 'a');
    },
    close: () => file.close(),
  };
}
