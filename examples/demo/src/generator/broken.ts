import type { Message } from './message.ts';
import type { Random } from './random.ts';

/** How records break in practice. Each takes a good message and gives what arrives instead. */
const accidents: readonly ((good: Message, random: Random) => Message)[] = [
  // The program was killed while it wrote.
  (good) => ({ ...good, record: good.record.slice(0, Math.floor(good.record.length * 0.6)) }),
  // Another program wrote to the same file.
  (good) => ({ ...good, record: 'Segmentation fault (core dumped)' }),
  // The disk had a bad day.
  (good, random) => ({ ...good, record: Uint8Array.from({ length: 60 }, () => random.integer(128, 255)) }),
];

export function breakIt(random: Random, good: Message): Message {
  return random.pick(accidents)(good, random);
}
