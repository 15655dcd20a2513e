import type {
  ColumnNode,
  ColumnSchema,
  GroupColumn,
  LeafColumn,
  LeafType,
  ListColumn,
  SchemaLeaf,
} from '../schema/column-schema.ts';
import { stagedRows } from './stage.ts';
import { ordinaryTextLength } from './value-halves.ts';

/**
 * Leaves that one generated function takes. The engine compiles functions whole and again when it meets a shape that
 * it has not seen: one function of 100 leaves took it a second each time, on a thread of its own.
 */
const leavesOfPart = 10;

/** The body of a function that gets its `values` and gives a `ShredderFactory`. Names reach it through `JSON.stringify` only. */
export function shredderSource(schema: ColumnSchema): string {
  return new ShredderSource(schema.leaves).of(schema.columns);
}

/** Where a value stands. Expressions name variables of the generated code. */
interface Place {
  /** Variable that holds the object. */
  readonly from: string;
  /** As errors name it, up to the last dot. */
  readonly path: string;
  readonly definition: number;
  /** Lists around it. */
  readonly depth: number;
  /** Expression of the entry's place in its stage: the row, outside lists. */
  readonly at: string;
  /** Expression of the entry's repetition level. */
  readonly again: string;
}

class ShredderSource {
  readonly #leaves: readonly SchemaLeaf[];
  readonly #parts: string[] = [];
  #leaf = 0;
  #variables = 0;
  /** The leaves within lists whose arrays the code under way names. */
  #named: number[] = [];

  constructor(leaves: readonly SchemaLeaf[]) {
    this.#leaves = leaves;
  }

  of(columns: readonly ColumnNode[]): string {
    const place: Place = { from: 'event', path: '', definition: 0, depth: 0, at: 'row', again: '0' };
    const body = this.#nodes(columns, place);
    return `'use strict';
const { absent, isOwn, isTooLong, jsonText, misfit, misfitNode, putMap, putNumber, putTimestamp, room } = values;
return function open(stages, { definitions, low, high, texts }) {
${this.#parts.join('\n')}
return function shred(event, row) {
let weight = 0;
${body}
return weight;
};
};`;
  }

  /** Code for some columns of the same object: in parts of their own where they are many. */
  #nodes(nodes: readonly ColumnNode[], place: Place): string {
    if (leavesOf(nodes) <= leavesOfPart) return nodes.map((node) => this.#node(node, place)).join('\n');
    return partsOf(nodes)
      .map((part) => this.#call(part, place))
      .join('\n');
  }

  #call(nodes: readonly ColumnNode[], place: Place): string {
    const outer = this.#named;
    this.#named = [];
    const inside: Place = { ...place, from: 'from', at: 'at', again: 'again' };
    const body = nodes.map((node) => this.#node(node, inside)).join('\n');
    const name = `part${this.#parts.length}`;
    this.#parts.push(
      `function ${name}(from, at, again) { let weight = 0; ${this.#namesOfStages()}\n${body}\nreturn weight; }`,
    );
    this.#named = outer;
    return `weight += ${name}(${place.from}, ${place.at}, ${place.again});`;
  }

  /** Declarations for the stages within lists that the code under way names. */
  #namesOfStages(): string {
    return this.#named
      .map((leaf) => {
        const values = isText(this.#leaves[leaf])
          ? `t${leaf} = s${leaf}.texts`
          : `l${leaf} = s${leaf}.low, h${leaf} = s${leaf}.high`;
        return `const s${leaf} = stages[${leaf}], d${leaf} = s${leaf}.definitions, r${leaf} = s${leaf}.repetitions, ${values};`;
      })
      .join('\n');
  }

  #node(node: ColumnNode, above: Place): string {
    const place = { ...above, path: above.path === '' ? node.name : `${above.path}.${node.name}` };
    const variable = `v${this.#variables++}`;
    const read = `const ${variable} = ${member(place.from, node.name)};`;
    return `{ ${read}\n${this.#value(node, variable, place)} }`;
  }

  #value(node: ColumnNode, variable: string, place: Place): string {
    switch (node.kind) {
      case 'leaf':
        return this.#leafCode(node, variable, place);
      case 'group':
        return this.#group(node, variable, place);
      case 'list':
        return this.#list(node, variable, place);
      case 'map':
        return this.#map(variable, place);
    }
  }

  #leafCode(node: LeafColumn, variable: string, place: Place): string {
    const leaf = this.#leaf++;
    if (place.depth > 0) this.#named.push(leaf);
    const missing = node.required
      ? `throw misfit(stages[${leaf}].leaf, ${variable});`
      : this.#levels(leaf, place, place.definition);
    const defined = place.definition + (node.required ? 0 : 1);
    return `if (${isNull(variable)}) { ${missing} } else { ${store(node.type, leaf, variable, place)} ${this.#levels(leaf, place, defined)} }`;
  }

  #group(node: GroupColumn, variable: string, place: Place): string {
    const first = this.#leaf;
    const defined = place.definition + (node.required ? 0 : 1);
    const body = this.#nodes(node.children, { ...place, from: variable, definition: defined });
    const refusal = `throw misfitNode(${JSON.stringify(place.path)}, 'STRUCT', ${variable});`;
    const missing = node.required ? refusal : this.#nothing(first, this.#leaf, place);
    return `if (${isNull(variable)}) { ${missing} }
      else { if (typeof ${variable} !== 'object' || Array.isArray(${variable})) ${refusal}\n${body} }`;
  }

  #list(node: ListColumn, variable: string, place: Place): string {
    const first = this.#leaf;
    const depth = place.depth + 1;
    const number = this.#variables++;
    const [index, item, at, again] = [`i${number}`, `v${number}`, `e${number}`, `g${number}`];
    const inside: Place = { from: item, path: `${place.path}[]`, definition: place.definition + 2, depth, at, again };
    const outer = this.#named;
    this.#named = [];
    const body = this.#value(node.element, item, inside);
    const names = this.#namesOfStages();
    this.#named = outer;
    const end = this.#leaf;
    const own = [...this.#leaves.keys()]
      .slice(first, end)
      .filter((leaf) => this.#leaves[leaf]?.maxRepetition === depth);
    const entries = own[0] === undefined ? '0' : `stages[${own[0]}].count`;
    const levels = (definition: number): string =>
      `weight += absent(stages, { first: ${first}, end: ${end}, again: ${place.again}, definition: ${definition} });`;
    return `if (${isNull(variable)}) { ${levels(place.definition)} }
      else if (!Array.isArray(${variable})) throw misfitNode(${JSON.stringify(place.path)}, 'LIST', ${variable});
      else if (${variable}.length === 0) { ${levels(place.definition + 1)} }
      else {
        let ${at} = ${entries}, ${again} = ${place.again};
        if (${at} + ${variable}.length > stages[${own[0] ?? first}].definitions.length) room(stages, ${first}, ${end}, ${at} + ${variable}.length);
        ${names}
        for (let ${index} = 0; ${index} < ${variable}.length; ${index}++) { const ${item} = ${variable}[${index}];\n${body}\n${at}++; ${again} = ${depth}; }
        weight += ${2 * own.length} * ${variable}.length;
        ${own.map((leaf) => `stages[${leaf}].count = ${at};`).join(' ')}
      }`;
  }

  #map(variable: string, place: Place): string {
    const keys = this.#leaf;
    this.#leaf += 2;
    const levels = (definition: number): string => `again: ${place.again}, definition: ${definition}`;
    return `if (${isNull(variable)}) { weight += absent(stages, { first: ${keys}, end: ${keys + 2}, ${levels(place.definition)} }); }
      else weight += putMap(stages[${keys}], stages[${keys + 1}], ${variable}, { depth: ${place.depth + 1}, ${levels(place.definition + 1)} });`;
  }

  /** Writes the levels of one entry; its value, if any, already stands at the same place. */
  #levels(leaf: number, place: Place, definition: number): string {
    if (place.depth === 0) return `definitions[${place.at} + ${leaf * stagedRows}] = ${definition};`;
    return `d${leaf}[${place.at}] = ${definition}; r${leaf}[${place.at}] = ${place.again};`;
  }

  /** The leaves of a struct that is null. */
  #nothing(first: number, end: number, place: Place): string {
    const { at, again, definition, depth } = place;
    const own = [];
    let code = '';
    for (let leaf = first; leaf < end; leaf++) {
      if (this.#leaves[leaf]?.maxRepetition === depth) own.push(leaf);
      else
        code += `weight += absent(stages, { first: ${leaf}, end: ${leaf + 1}, again: ${again}, definition: ${definition} });`;
    }
    if (depth > 0 || own.length < 4) return code + own.map((leaf) => this.#levelsOfPart(leaf, place)).join(' ');
    return `${code} for (let i = ${at} + ${first * stagedRows}; i < ${at} + ${end * stagedRows}; i += ${stagedRows}) definitions[i] = ${definition};`;
  }

  #levelsOfPart(leaf: number, place: Place): string {
    if (place.depth > 0 && !this.#named.includes(leaf)) this.#named.push(leaf);
    return this.#levels(leaf, place, place.definition);
  }
}

/** Code that puts a value that is neither null nor absent into the stage of its leaf, or throws. */
function store(type: LeafType, leaf: number, value: string, { at, depth }: Place): string {
  const place = depth === 0 ? `${at} + ${leaf * stagedRows}` : at;
  const [text, low, high] = depth === 0 ? ['texts', 'low', 'high'] : [`t${leaf}`, `l${leaf}`, `h${leaf}`];
  const refuse = `throw misfit(stages[${leaf}].leaf, ${value});`;
  switch (type) {
    case 'string':
      return `if (typeof ${value} !== 'string') ${refuse} ${text}[${place}] = ${value};
        if (${value}.length <= ${ordinaryTextLength}) weight += ${value}.length + 4; else if (isTooLong(${value}, stages[${leaf}])) ${refuse}`;
    case 'json':
      return `const json = jsonText(${value}, stages[${leaf}]); ${text}[${place}] = json; if (json.length <= ${ordinaryTextLength}) weight += json.length + 4;`;
    case 'boolean':
      return `if (typeof ${value} !== 'boolean') ${refuse} ${low}[${place}] = ${value} ? 1 : 0; weight++;`;
    case 'int32':
      return `if (typeof ${value} === 'number' && (${value} | 0) === ${value}) ${low}[${place}] = ${value}; else putNumber(stages[${leaf}], ${at}, ${value}); weight += 4;`;
    case 'int64':
      return `if (Number.isSafeInteger(${value})) { ${low}[${place}] = ${value} | 0; ${high}[${place}] = Math.floor(${value} / 4294967296); } else putNumber(stages[${leaf}], ${at}, ${value}); weight += 8;`;
    case 'timestamp':
      return `putTimestamp(stages[${leaf}], ${at}, ${value}); weight += 8;`;
    case 'double':
      return `putNumber(stages[${leaf}], ${at}, ${value}); weight += 8;`;
  }
}

function isNull(variable: string): string {
  return `${variable} === undefined || ${variable} === null`;
}

function isText(leaf: SchemaLeaf | undefined): boolean {
  return leaf?.type === 'string' || leaf?.type === 'json';
}

function leavesOf(nodes: readonly ColumnNode[]): number {
  let leaves = 0;
  for (const node of nodes) {
    if (node.kind === 'leaf') leaves++;
    else if (node.kind === 'map') leaves += 2;
    else leaves += leavesOf(node.kind === 'group' ? node.children : [node.element]);
  }
  return leaves;
}

/** The nodes in runs of few leaves; one of many leaves is a run of its own. */
function partsOf(nodes: readonly ColumnNode[]): readonly (readonly ColumnNode[])[] {
  const parts: ColumnNode[][] = [];
  let room = 0;
  for (const node of nodes) {
    const leaves = leavesOf([node]);
    if (leaves > room || parts.length === 0) {
      parts.push([]);
      room = leavesOfPart;
    }
    parts.at(-1)?.push(node);
    room -= leaves;
  }
  return parts;
}

function member(holder: string, name: string): string {
  const key = JSON.stringify(name).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return name in Object.prototype ? `isOwn(${holder}, ${key})` : `${holder}[${key}]`;
}
