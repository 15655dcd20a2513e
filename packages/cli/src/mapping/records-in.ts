import { existsSync } from 'node:fs';
import { recordsOf, splitRecords } from '@sluice/testing/coverage';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';

/** The records of files, folders and, as `-`, of standard input. */
export async function recordsIn(inputs: readonly string[]): Promise<readonly Buffer[]> {
  const records: Buffer[] = [];
  for (const input of inputs) {
    if (input === '-') records.push(...(await fromStdin()));
    else if (existsSync(input)) for (const record of recordsOf([input])) records.push(record);
    else throw new CommandError(exitCode.usage, `there is no input ${input}`);
  }
  return records;
}

async function fromStdin(): Promise<readonly Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return splitRecords(Buffer.concat(chunks), 'stdin.json');
}
