import type { Problem } from './problem.ts';

export interface ShowOptions {
  /** Name of the file, as the user gave it. */
  readonly file: string;
  readonly text: string;
  readonly color: boolean;
}

const widest = 160;

/** `file:line:column: error: message`, then the line with a caret under the place: the form that editors can jump to. */
export function showProblem(problem: Problem, { file, text, color }: ShowOptions): string {
  const { line, column } = problem.position;
  const paint = problem.severity === 'error' ? '31' : '33';
  const label = color ? `\u001B[1;${paint}m${problem.severity}\u001B[0m` : problem.severity;
  const head = `${file}:${line}:${column}: ${label}: ${problem.message}`;
  const excerpt = excerptOf(problem, text);
  return excerpt === undefined ? head : `${head}\n${excerpt}`;
}

function excerptOf({ position }: Problem, text: string): string | undefined {
  const source = text.split(/\r?\n/, position.line)[position.line - 1];
  if (source === undefined || source.trim() === '') return undefined;
  const from = Math.max(0, position.column - widest + 40);
  const shown = source.slice(from, from + widest);
  const before = shown.slice(0, position.column - 1 - from).replaceAll(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(position.length, shown.length - before.length)));
  const number = String(position.line).padStart(5);
  return `${number} | ${shown}\n      | ${before}${carets}`;
}

/** In the order of the file, the same complaint at the same place once. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const distinct = new Map(
    problems.map((problem) => [`${problem.position.line}:${problem.position.column}:${problem.message}`, problem]),
  );
  return [...distinct.values()].toSorted(
    (a, b) => a.position.line - b.position.line || a.position.column - b.position.column,
  );
}
