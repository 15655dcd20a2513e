import { parseSync } from 'oxc-parser';

/** A function of a source, from its parameters to the end of its body. */
export interface FunctionSpan {
  /** The file and where the function begins in it. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly body: { readonly start: number; readonly end: number; readonly isBlock: boolean };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** All functions of a source; one that stands in another comes after it. */
export function functionsOf(source: string, file: string): readonly FunctionSpan[] {
  const found: FunctionSpan[] = [];
  collect(parseSync(file, source).program, file, found);
  return found;
}

function collect(value: unknown, file: string, found: FunctionSpan[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, file, found);
  if (!isNode(value)) return;
  if (/^(?:Function|ArrowFunction)/.test(value.type) && 'body' in value && isNode(value.body)) {
    const { start, end, type } = value.body;
    found.push({
      id: `${file}:${value.start}`,
      start: value.start,
      end: value.end,
      body: { start, end, isBlock: type === 'BlockStatement' },
    });
  }
  for (const child of Object.values(value)) collect(child, file, found);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The innermost function around a place; nothing where it is code that runs when the module is loaded. */
export function functionAround(functions: readonly FunctionSpan[], start: number, end: number): string | undefined {
  return functions.findLast((span) => span.start <= start && end <= span.end)?.id;
}

/** The source with a note of each function that runs, in `globalThis.sluiceReached`. */
export function noting(source: string, functions: readonly FunctionSpan[]): string {
  const inserts = functions.flatMap(({ id, body: { start, end, isBlock } }) => {
    const note = `globalThis.sluiceReached?.add(${JSON.stringify(id)})`;
    if (isBlock) return [{ at: start + 1, text: `${note};` }];
    return [
      { at: start, text: `(${note}, ` },
      { at: end, text: ')' },
    ];
  });
  let result = source;
  for (const { at, text } of inserts.toSorted((one, other) => other.at - one.at))
    result = result.slice(0, at) + text + result.slice(at);
  return result;
}
