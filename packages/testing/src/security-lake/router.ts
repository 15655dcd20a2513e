import type { Operation } from './operation.ts';

export interface Route {
  readonly operation: Operation;
  /** Decoded values of the labels in its path. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The operation that a method and a path stand for. */
export function routeOf(operations: readonly Operation[], method: string, path: string): Route | undefined {
  const segments = path.split('/');
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const labels = labelsOf(operation.path.split('/'), segments);
    if (labels !== undefined) return { operation, labels };
  }
  return undefined;
}

/** The last label takes the rest of the path: some clients leave the slashes of an ARN as they are. */
function labelsOf(template: readonly string[], segments: readonly string[]): ReadonlyMap<string, string> | undefined {
  const labels = new Map<string, string>();
  const isGreedy = template.at(-1)?.startsWith('{') === true && template.includes('tags');
  if (isGreedy ? segments.length < template.length : segments.length !== template.length) return undefined;
  for (const [index, wanted] of template.entries()) {
    const isLast = index === template.length - 1;
    const found = isLast && isGreedy ? segments.slice(index).join('/') : (segments[index] ?? '');
    if (!wanted.startsWith('{')) {
      if (wanted !== found) return undefined;
      continue;
    }
    const value = decoded(found);
    if (value === undefined || value === '') return undefined;
    labels.set(wanted.slice(1, -1), value);
  }
  return labels;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
