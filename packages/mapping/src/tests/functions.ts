import type { Functions } from '../index.ts';

/** What a plugin might add. */
export const functions: Functions = {
  reverse: { parameters: ['text'], result: 'text', call: (text) => String(text).split('').toReversed().join('') },
  twice: { parameters: ['integer'], result: 'integer', call: (number) => Number(number) * 2 },
  hour: { parameters: ['time'], result: 'integer', call: (time) => new Date(Number(time)).getUTCHours() },
};
