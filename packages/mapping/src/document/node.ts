import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import { Problems, type Place, type SourceText } from '../problems.ts';

/** Longer documents are refused unread. */
const maxCharacters = 1_000_000;
const maxDepth = 40;

export type Scalar = string | number | boolean | null;

interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly value: Scalar;
}
interface ListNode extends Place {
  readonly kind: 'list';
  readonly items: readonly DocumentNode[];
}
export interface Entry {
  readonly key: string;
  /** Where the key stands. */
  readonly at: Place;
  readonly value: DocumentNode;
}
export interface MapNode extends Place {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

/** A piece of the document: what YAML says, and where. */
export type DocumentNode = ScalarNode | ListNode | MapNode;

export interface ReadDocument {
  readonly root: DocumentNode | undefined;
  readonly problems: Problems;
}

/** Reads YAML 1.2. Syntax errors are problems with positions; aliases are refused, since fragments are for sharing. */
export function readDocument(text: string, file: string): ReadDocument {
  const lines = new LineCounter();
  const problems = new Problems(file, lines);
  return { root: readText(text, lines, problems), problems };
}

/** Reads a file that a document imports; its problems are added to those of the document. */
export function readImported(text: string, file: string, problems: Problems): DocumentNode | undefined {
  const lines = new LineCounter();
  return readText(text, lines, problems, { file, lines });
}

function readText(text: string, lines: LineCounter, problems: Problems, source?: SourceText): DocumentNode | undefined {
  const before = problems.count;
  const at = source === undefined ? {} : { source };
  if (text.length > maxCharacters) {
    const message = `The document has ${text.length} characters; at most ${maxCharacters} are read. Split it.`;
    problems.add({ offset: 0, ...at }, 'document_too_large', message);
    return undefined;
  }
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  // What follows the first error of syntax follows from it.
  const [error] = [...parsed.errors, ...parsed.warnings];
  if (error !== undefined)
    problems.add({ offset: error.pos[0], ...at }, 'yaml_syntax', sentence(error.message, text, error.pos[0]));
  return problems.count > before ? undefined : new Converter(problems, at).node(parsed.contents, 0, 0);
}

function sentence(message: string, text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  const isPath = /[{[,:] ?[$@][\w.$@]*\[/.test(line);
  const remedy = isPath ? "Within { } and [ ] quote a path with brackets: '$.list[0]'." : 'Correct the syntax.';
  return `This is not YAML: ${message.trim().replace(/\.$/, '')}. ${remedy}`;
}

class Converter {
  readonly #problems: Problems;
  readonly #in: Omit<Place, 'offset'>;

  constructor(problems: Problems, within: Omit<Place, 'offset'>) {
    this.#problems = problems;
    this.#in = within;
  }

  node(node: YamlNode | null | undefined, depth: number, fallback: number): DocumentNode {
    const offset = node?.range?.[0] ?? fallback;
    const at: Place = { offset, ...this.#in };
    if (depth > maxDepth) {
      this.#problems.add(at, 'wrong_shape', `This is nested more than ${maxDepth} deep. Flatten it.`);
      return { kind: 'scalar', value: null, ...at };
    }
    if (isMap<YamlNode, YamlNode | null>(node))
      return { kind: 'map', entries: this.#entries(node.items, depth), ...at };
    if (isSeq<YamlNode | null>(node))
      return { kind: 'list', items: node.items.map((item) => this.node(item, depth + 1, offset)), ...at };
    if (isAlias(node)) {
      const message = `Aliases (*${node.source}) are not part of the language. Use a fragment: include.`;
      this.#problems.add(at, 'alias_not_allowed', message);
    }
    return { kind: 'scalar', value: isScalar(node) ? scalar(node.value) : null, ...at };
  }

  #entries(pairs: readonly { key: YamlNode; value: YamlNode | null }[], depth: number): Entry[] {
    return pairs.map(({ key, value }) => {
      const offset = key.range?.[0] ?? 0;
      const at: Place = { offset, ...this.#in };
      const plain = isScalar(key) ? key.value : undefined;
      if (plain === undefined || (typeof plain === 'object' && plain !== null))
        this.#problems.add(at, 'wrong_shape', 'A key has to be a plain name or text.');
      return { key: String(plain), at, value: this.node(value, depth + 1, key.range?.[1] ?? offset) };
    });
  }
}

function scalar(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** What a node is, for messages: `a list`, `the text "x"`. */
export function describeNode(node: DocumentNode): string {
  if (node.kind === 'list') return node.items.length === 0 ? 'an empty list' : 'a list';
  if (node.kind === 'map') return 'a map';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? `the text ${JSON.stringify(node.value.slice(0, 60))}` : String(node.value);
}

/** The plain value of a node and all within it. */
export function plainValue(node: DocumentNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const result: Record<string, unknown> = {};
  for (const { key, value } of node.entries)
    Object.defineProperty(result, key, {
      value: plainValue(value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  return result;
}
