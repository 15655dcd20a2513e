import type { Problem } from '@sluice/mapping';
import { printable } from '../terminal/printable.ts';

const widest = 140;

/** All problems of a mapping, each with its place, the line it is on and a caret below: the form that editors jump to. */
export function formatProblems(problems: readonly Problem[], file: string, text: string): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return [`the mapping ${file} has ${count}`, ...problems.map((problem) => formatOne(problem, file, text))].join('\n');
}

function formatOne(problem: Problem, file: string, text: string): string {
  const head = `${problem.file}:${problem.line}:${problem.column}: error: ${printable(problem.message)} [${problem.code}]`;
  // The text of imported files is not at hand here.
  const source = problem.file === file ? text.split(/\r?\n/, problem.line)[problem.line - 1] : undefined;
  if (source === undefined || source.trim() === '') return head;
  const from = Math.max(0, problem.column - widest + 40);
  const shown = printable(source.slice(from, from + widest));
  const before = ' '.repeat(Math.max(0, printable(source.slice(from, problem.column - 1)).length));
  return `${head}\n${String(problem.line).padStart(5)} | ${shown}\n      | ${before}^`;
}
