/** What a plugin function takes or gives. */
export type FunctionType = 'text' | 'integer' | 'float' | 'boolean' | 'time' | 'any';

/**
 * A function that a plugin adds to the language. It is pure: no clock, no randomness, no I/O. It is called only when
 * all its arguments are there, with values of the declared types. `undefined` means that there is no value; so does an
 * exception.
 *
 * @example
 * const functions = {
 *   reverse: { parameters: ['text'], result: 'text', call: (text) => [...String(text)].reverse().join('') },
 * } satisfies Functions;
 */
export interface MappingFunction {
  readonly parameters: readonly FunctionType[];
  readonly result: FunctionType;
  readonly call: (...values: readonly unknown[]) => unknown;
}

export type Functions = Readonly<Record<string, MappingFunction>>;
