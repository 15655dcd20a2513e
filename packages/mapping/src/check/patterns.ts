import type { Place, Problems } from '../problems.ts';
import { compilePattern, type CompiledPattern } from '../pattern/compile-pattern.ts';
import { PatternError } from '../pattern/parse-pattern.ts';

/** Compiles a pattern; what is wrong with it is a problem at its place. */
export function readPattern(problems: Problems, text: string, at: Place): CompiledPattern | undefined {
  try {
    return compilePattern(text);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const where = error.offset === 0 ? '' : ` (at character ${error.offset + 1})`;
    problems.add(at, error.code, `The pattern is wrong${where}: ${error.message}`, { found: text });
    return undefined;
  }
}
