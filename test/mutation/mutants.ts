import { parseSync } from 'oxc-parser';

/** One small change of a text: what stands from `start` to `end` becomes `replacement`. */
export interface Mutant {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const opposites: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
};

/** What is not code that runs, or only names something. */
const skipped = /^(?:TS|ImportDeclaration|ExportAllDeclaration)/;

/** All mutants of a TypeScript source: conditions negated, operators swapped, constants changed, clauses left out. */
export function mutantsOf(source: string, file: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const mutants: Mutant[] = [];
  walk(program, source, mutants);
  return mutants;
}

function walk(value: unknown, source: string, mutants: Mutant[]): void {
  if (Array.isArray(value)) for (const item of value) walk(item, source, mutants);
  else if (isNode(value)) {
    if (skipped.test(value.type)) return walk(expressionWithin(value), source, mutants);
    mutants.push(...mutantsAt(value as Node & Readonly<Record<string, unknown>>, source));
    for (const [key, child] of Object.entries(value)) {
      const isName = key === 'typeAnnotation' || key === 'directive' || (key === 'key' && !isComputed(value));
      if (!isName) walk(child, source, mutants);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function isComputed(node: object): boolean {
  return 'computed' in node && node.computed === true;
}

/** `x as T` and `x!` run as `x` does. */
function expressionWithin(node: Node): unknown {
  return 'expression' in node ? node.expression : undefined;
}

function mutantsAt(node: Node & Readonly<Record<string, unknown>>, source: string): readonly Mutant[] {
  const textOf = ({ start, end }: Node): string => source.slice(start, end);
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return isNode(node['test']) ? [replaced('condition negated', node['test'], `!(${textOf(node['test'])})`)] : [];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorSwapped(node, source);
    case 'Literal':
      return literalChanged(node);
    case 'ExpressionStatement':
      return node['directive'] === undefined || node['directive'] === null
        ? [replaced('statement left out', node, ';')]
        : [];
    case 'ReturnStatement':
      // Of a predicate, undefined says as little as false, and true is flipped.
      return isNode(node['argument']) && !/^(?:undefined|true|false)$/.test(textOf(node['argument']))
        ? [replaced('nothing returned', node, 'return undefined;')]
        : [];
    case 'ObjectExpression':
      return listOf(node['properties']).map((item) => leftOut('property left out', item, source));
    case 'ArrayExpression':
      return listOf(node['elements']).map((item) => leftOut('element left out', item, source));
    default:
      return [];
  }
}

function replaced(kind: string, { start, end }: Node, replacement: string): Mutant {
  return { kind, start, end, replacement };
}

function operatorSwapped(node: Node & Readonly<Record<string, unknown>>, source: string): readonly Mutant[] {
  const { left, right } = node;
  const operator = String(node['operator']);
  const swapped = opposites[operator];
  if (!isNode(left) || !isNode(right) || swapped === undefined) return [];
  const start = source.indexOf(operator, left.end);
  return [{ kind: `${operator} to ${swapped}`, start, end: start + operator.length, replacement: swapped }];
}

function literalChanged(node: Node & Readonly<Record<string, unknown>>): readonly Mutant[] {
  const { value } = node;
  if (typeof value === 'boolean') return [replaced('boolean flipped', node, String(!value))];
  // One more makes another id; of a limit it makes next to nothing.
  if (typeof value === 'number') return [replaced('number changed', node, value < 100 ? String(value + 1) : '0')];
  if (typeof value === 'string' && value !== '') return [replaced('text emptied', node, "''")];
  return [];
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** With the comma after it, where there is one. */
function leftOut(kind: string, { start, end }: Node, source: string): Mutant {
  const comma = /^\s*,/.exec(source.slice(end, end + 200));
  return { kind, start, end: end + (comma?.[0].length ?? 0), replacement: '' };
}
