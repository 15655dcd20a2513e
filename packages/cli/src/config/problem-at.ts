import type { ConfigDocument } from './document.ts';
import { didYouMean } from './explain.ts';
import { pathText, type Path, type Problem, type ProblemCode } from './problem.ts';

/** An error at the value (or the key) of `path`. */
export function problemAt(
  document: ConfigDocument,
  path: Path,
  code: ProblemCode,
  message: string,
  suggestion?: string,
  part: 'key' | 'value' = 'value',
): Problem {
  return {
    severity: 'error',
    code,
    path: pathText(path),
    message: message + didYouMean(suggestion),
    position: part === 'key' ? document.positionOfKey(path) : document.positionOfValue(path),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
