import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Mutant } from './mutants.ts';

/** Clauses without which a mapping is another document, not a poorer one. */
const kept = new Set(['version', 'format', 'rules', 'class', 'map', 'description', 'name', 'ocsf']);

/** All mutants of a mapping document: each clause and each item of a list left out, each constant changed. */
export function yamlMutantsOf(source: string): readonly Mutant[] {
  const mutants: Mutant[] = [];
  visit(parseDocument(source), {
    Pair(_, pair) {
      if (!isScalar(pair.key) || kept.has(String(pair.key.value)) || !isPair(pair)) return;
      const start = pair.key.range?.[0];
      const end = endOf(pair.value);
      if (start !== undefined && end !== undefined) mutants.push(leftOut('clause left out', source, start, end));
    },
    Seq(_, list) {
      for (const item of list.items) {
        const range = isMap(item) || isScalar(item) || isSeq(item) ? item.range : undefined;
        if (range !== undefined && range !== null && list.flow === true)
          mutants.push(leftOut('item left out', source, range[0], range[1]));
      }
    },
    Scalar(key, { value, range }) {
      if (key === 'key' || range === undefined || range === null) return;
      const replacement =
        typeof value === 'number' ? String(value + 1) : typeof value === 'boolean' ? String(!value) : undefined;
      if (replacement !== undefined)
        mutants.push({ kind: 'constant changed', start: range[0], end: range[1], replacement });
    },
  });
  return mutants;
}

function endOf(value: unknown): number | undefined {
  return isMap(value) || isScalar(value) || isSeq(value) ? value.range?.[1] : undefined;
}

/** In flow style with the comma after it; a line of its own becomes empty. */
function leftOut(kind: string, source: string, start: number, end: number): Mutant {
  const comma = /^\s*,/.exec(source.slice(end, end + 200));
  return { kind, start, end: end + (comma?.[0].length ?? 0), replacement: '' };
}
