/** Where a path begins: the record, the item of the loop around it, a parsed part, or what the runtime knows. */
type PathRoot = 'record' | 'item' | 'part' | 'origin' | 'received_at';

export interface Path {
  readonly root: PathRoot;
  /** Name of the part, where `root` is `part`. */
  readonly part: string;
  readonly steps: readonly (string | number)[];
  /** As it is written in full: `$.client.ip`. */
  readonly text: string;
}

export interface PathError {
  /** Where in the text the error is, from 0. */
  readonly offset: number;
  readonly message: string;
}

const maxSteps = 32;
const name = /[^\s.[\]{}$'"]+/y;
const partName = /[A-Za-z_][A-Za-z0-9_]*/y;
const index = /\[(\d{1,6})\]/y;
const quoted = /\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/y;

/** Reads `$.client.ip`, `$line.user`, `$['odd name'][0]`, `@.name`. */
export function parsePath(text: string): Path | PathError {
  const isItem = text.startsWith('@');
  if (!isItem && !text.startsWith('$')) return { offset: 0, message: 'A path begins with $ (or @ in a loop)' };
  partName.lastIndex = 1;
  const part = isItem ? undefined : partName.exec(text)?.[0];
  const steps = parseSteps(text, 1 + (part?.length ?? 0));
  if (!Array.isArray(steps)) return steps;
  return { root: rootOf(isItem, part), part: part ?? '', steps, text };
}

function rootOf(isItem: boolean, part: string | undefined): PathRoot {
  if (isItem) return 'item';
  if (part === undefined) return 'record';
  return part === 'origin' || part === 'received_at' ? part : 'part';
}

function parseSteps(text: string, start: number): (string | number)[] | PathError {
  const steps: (string | number)[] = [];
  let offset = start;
  while (offset < text.length) {
    const step = stepAt(text, offset);
    if (step === undefined) return { offset, message: `"${text.slice(offset, offset + 20)}" is no step of a path` };
    steps.push(step.step);
    offset = step.end;
    if (steps.length > maxSteps) return { offset, message: `A path has at most ${maxSteps} steps` };
  }
  return steps;
}

function stepAt(text: string, offset: number): { step: string | number; end: number } | undefined {
  if (text[offset] === '.') {
    const found = at(name, text, offset + 1);
    return found === null ? undefined : { step: found[0], end: name.lastIndex };
  }
  const position = at(index, text, offset);
  if (position !== null) return { step: Number(position[1]), end: index.lastIndex };
  const key = at(quoted, text, offset);
  if (key === null) return undefined;
  return { step: (key[1] ?? key[2] ?? '').replaceAll(/\\(.)/g, '$1'), end: quoted.lastIndex };
}

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

export function isPathError(result: Path | PathError): result is PathError {
  return 'message' in result;
}
