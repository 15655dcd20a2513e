import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { interpolate, type Environment } from './interpolate.ts';
import { pathText, type Path, type Position, type Problem } from './problem.ts';

/** A parsed YAML file that still knows where each of its values stood. */
export interface ConfigDocument {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value of `path` begins, or the nearest parent that exists. */
  positionOfValue(path: Path): Position;
  /** Where the key of `path` stands, or the nearest parent that exists. */
  positionOfKey(path: Path): Position;
  /** The value as the file spells it, variables not put in: safe to show. */
  sourceOf(path: Path): string | undefined;
  /** Whether an environment variable was put into the value. */
  isInterpolated(path: Path): boolean;
}

/** Scalars that are text whatever they look like: an account may begin with a zero. */
type IsText = (path: Path) => boolean;

const maxAliases = 100;

export function parseConfigDocument(text: string, environment: Environment, isText: IsText): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  // What the parser says after its first error mostly follows from that one.
  const problems: Problem[] = [...document.errors, ...document.warnings].slice(0, 1).map((error) => ({
    severity: 'error',
    code: 'syntax',
    path: '',
    message: unquotedVariable(text, error.pos[0]) ?? syntaxMessage(error),
    position: positionAt(lines, ...placeOf(error, document)),
  }));
  const places = new Places(document, lines);
  if (problems.length === 0) problems.push(...prepareScalars(document, environment, isText, places));
  return {
    value: problems.length === 0 ? valueOf(document, problems) : undefined,
    problems,
    positionOfValue: (path) => places.positionOf(path, 'value'),
    positionOfKey: (path) => places.positionOf(path, 'key'),
    sourceOf: (path) => places.sourceOf(path),
    isInterpolated: (path) => places.isInterpolated(path),
  };
}

const openQuote = /^Missing closing (['"])quote/;

/** Where an error of the parser is to be mended: of a quote that is not closed, it names the end of the file. */
function placeOf({ message, pos }: YAMLError, document: Document): readonly [number, number] {
  if (!openQuote.test(message)) return pos;
  let start = pos[0];
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') === true && range && range[0] < pos[0]) start = range[0];
    },
  });
  return [start, start + 1];
}

function valueOf(document: Document, problems: Problem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    problems.push({
      severity: 'error',
      code: 'syntax',
      path: '',
      message: error instanceof Error ? sentence(error.message) : String(error),
      position: { line: 1, column: 1, length: 1 },
    });
    return undefined;
  }
}

/** Puts variables into scalar values, and gives those that are text the characters that stand in the file. */
function prepareScalars(document: Document, environment: Environment, isText: IsText, places: Places): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) !== undefined) return;
      const message = `not valid YAML: there is no anchor "&${node.source}" before this alias`;
      problems.push({ severity: 'error', code: 'syntax', path: '', message, position: places.positionOfNode(node) });
    },
    Scalar(key, node, ancestors) {
      if (key === 'key') return;
      const path = pathOf(key, node, ancestors);
      if (typeof node.value === 'number' && node.source !== undefined && isText(path)) node.value = node.source;
      if (typeof node.value !== 'string') return;
      const result = interpolate(node.value, environment);
      for (const { message } of result.mistakes) {
        problems.push({
          severity: 'error',
          code: 'undefined_variable',
          path: pathText(path),
          message,
          position: places.positionOf(path, 'value'),
        });
      }
      if (result.changed) places.markInterpolated(node);
      node.value = result.text;
    },
  });
  return problems;
}

type Ancestors = readonly (Document | Node | { readonly key: unknown })[];

function pathOf(key: unknown, node: Node, ancestors: Ancestors): Path {
  const path: (string | number)[] = [];
  let child: unknown = node;
  for (const parent of ancestors.toReversed()) {
    if (isPair(parent)) path.unshift(isScalar(parent.key) ? String(parent.key.value) : String(parent.key));
    else if (isSeq(parent)) path.unshift(typeof key === 'number' && child === node ? key : parent.items.indexOf(child));
    child = parent;
  }
  return path;
}

class Places {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #interpolated = new WeakSet<Scalar>();

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  markInterpolated(node: Scalar): void {
    this.#interpolated.add(node);
  }

  isInterpolated(path: Path): boolean {
    const { node } = this.#find(path);
    return isScalar(node) && this.#interpolated.has(node);
  }

  positionOfNode({ range }: Node): Position {
    return range ? positionAt(this.#lines, range[0], range[1]) : { line: 1, column: 1, length: 1 };
  }

  sourceOf(path: Path): string | undefined {
    const { node, depth } = this.#find(path);
    return isScalar(node) && depth === path.length ? node.source : undefined;
  }

  positionOf(path: Path, part: 'key' | 'value'): Position {
    const { node, key, depth } = this.#find(path);
    const shown = part === 'key' || depth < path.length || isMap(node) || isSeq(node) ? (key ?? node) : node;
    const range = shown?.range ?? key?.range;
    return range ? positionAt(this.#lines, range[0], range[1]) : { line: 1, column: 1, length: 1 };
  }

  /** The node of `path`, or of the longest part of it that exists. */
  #find(path: Path): { node: Node | undefined; key: Node | undefined; depth: number } {
    let node = this.#resolve(this.#document.contents);
    let key: Node | undefined;
    let depth = 0;
    for (const segment of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(segment));
        if (pair === undefined) break;
        key = pair.key as Node;
        node = this.#resolve(pair.value) ?? undefined;
      } else if (isSeq(node) && typeof segment === 'number' && segment < node.items.length) {
        node = this.#resolve(node.items[segment]);
        key = isMap(node) ? (node.items[0]?.key as Node | undefined) : node;
      } else break;
      depth++;
    }
    return { node, key, depth };
  }

  #resolve(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.#document);
    return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined;
  }
}

function positionAt(lines: LineCounter, start: number, end: number): Position {
  const from = lines.linePos(start);
  const to = lines.linePos(end);
  const length = from.line === to.line ? Math.max(1, to.col - from.col) : 1;
  return { line: Math.max(1, from.line), column: Math.max(1, from.col), length };
}

/** Where the parser stumbles over the brace of a variable: within `{ }` and `[ ]` it is one of YAML's own. */
function unquotedVariable(text: string, at: number): string | undefined {
  const variable = /^\$\{\w+\}/.exec(text.slice(Math.max(0, at - 1), at + 200))?.[0];
  return variable === undefined
    ? undefined
    : `not valid YAML: within { } or [ ] a variable needs quotes: "${variable}"`;
}

function syntaxMessage({ code, message }: { readonly code: string; readonly message: string }): string {
  if (code === 'MULTIPLE_DOCS')
    return 'expected one YAML document; remove "---" and what follows, or make it a file of its own';
  const quote = openQuote.exec(message)?.[1];
  if (quote !== undefined) return `not valid YAML: the text that begins here has no closing ${quote}`;
  return sentence(message);
}

function sentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? message;
  return `not valid YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}
