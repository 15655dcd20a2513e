import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Everything that the demo makes is in here. What a former demo left is removed. */
  readonly folder: string;
  /** About how many messages the day has. */
  readonly messages: number;
  /** How long the day lasts on the clock of whoever watches. */
  readonly seconds: number;
  readonly seed: number;
}

export const usage = `npm run demo -- [--messages 120000] [--seconds 8] [--seed 7] [--folder tmp/demo]`;

export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      messages: { type: 'string', default: '120000' },
      seconds: { type: 'string', default: '8' },
      seed: { type: 'string', default: '7' },
      folder: { type: 'string', default: 'tmp/demo' },
    },
  });
  return {
    folder: resolve(values.folder),
    messages: number('messages', values.messages, 1000, 5_000_000),
    seconds: number('seconds', values.seconds, 0, 3600),
    seed: number('seed', values.seed, 0, 0xffff_ffff),
  };
}

function number(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= low && value <= high) return value;
  throw new Error(`--${name} has to be a number from ${low} to ${high}, not "${text}".`);
}
