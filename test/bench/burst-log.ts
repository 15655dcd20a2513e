import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '../input/random.ts';
import { serviceLog } from '../input/service-log.ts';

export interface BurstLog {
  readonly lines: number;
  /** AWS accounts that the lines are about… */
  readonly accounts: number;
  /** … and UTC days that they are of, up to today. Any line may be of any account and day. */
  readonly days: number;
  readonly now: number;
}

const dayMs = 86_400_000;
const chunkChars = 256 * 1024;

/**
 * Writes the requests of a service's log, which are events of one class. They jump between accounts and days, so that all
 * partitions are open at once.
 */
export async function writeBurstLog(path: string, burst: BurstLog): Promise<void> {
  await pipeline(Readable.from(chunks(burst)), createWriteStream(path));
}

function* chunks({ lines, accounts, days, now }: BurstLog): Generator<string> {
  const random = seededRandom(7);
  const today = now - (now % dayMs);
  // Each has numbers of its own: a line is told by its day and its number.
  const logs = Array.from({ length: days }, (_, day) =>
    serviceLog({ lines: 2 * lines, seed: day, start: today - day * dayMs, spanMs: Math.max(1, now - today) }),
  );
  let chunk = '';
  for (let n = 0; n < lines; n++) {
    const line = nextRequest(random.pick(logs));
    chunk += `{"aws_account_id":"1111222${10_000 + random.below(accounts)}",${line.slice(1)}\n`;
    if (chunk.length < chunkChars) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function nextRequest(log: Generator<string>): string {
  for (;;) {
    const { value, done } = log.next();
    if (done === true) throw new Error('The log of a day is over before the burst.');
    if (value.includes('"req"')) return value;
  }
}
