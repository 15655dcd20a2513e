import * as z from 'zod';

/**
 * A value that must never be shown: a password, a token, a client secret. Marked `writeOnly` in the JSON Schema, by which
 * the command line knows what to leave out of every message, and documentation that it belongs in a variable.
 */
export function secret(): z.ZodString {
  return z.string().min(1).meta({ writeOnly: true });
}
