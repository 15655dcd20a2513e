import type {
  ColumnNode,
  ColumnSchema,
  GroupColumn,
  LeafColumn,
  LeafType,
  ListColumn,
  SchemaLeaf,
} from '../schema/column-schema.ts';
import { flattenUnmapped } from './flatten-unmapped.ts';
import type { LeafStage } from './stage.ts';
import { isTooLong, jsonText, misfit, misfitNode, ordinaryTextLength, putNumber } from './value-halves.ts';

/**
 * Takes the columns out of an event into the stages, as row `row` of the batch under way. Gives what the row weighs:
 * about its plain bytes (at least two for each entry within a list), texts beyond 4,096 characters not counted. Throws
 * `ColumnValueError`.
 */
export type Shredder = (event: Readonly<Record<string, unknown>>, row: number) => number;

type ShredderFactory = (stages: readonly LeafStage[]) => Shredder;

/**
 * Factories by schema. A memo of a pure function, and the one thing kept between writers: the closures of one factory
 * share what the engine learnt about it, so that only the first object of a schema is written by cold code.
 */
const factories = new WeakMap<ColumnSchema, ShredderFactory>();

/**
 * The compiled shredder of a schema: straight-line code without a loop over columns, which is several times faster than
 * walking the schema for each row. Names reach the code through `JSON.stringify` only.
 */
export function compileShredder(schema: ColumnSchema, stages: readonly LeafStage[]): Shredder {
  const known = factories.get(schema);
  if (known !== undefined) return known(stages);
  const factory = shredderFactory(schema);
  factories.set(schema, factory);
  return factory(stages);
}

function shredderFactory(schema: ColumnSchema): ShredderFactory {
  const writer = new ShredderSource(schema.leaves);
  const body = schema.columns
    .map((node) => writer.node(node, { from: 'event', path: '', definition: 0, repetition: 0, again: '0' }))
    .join('\n');
  const source = `'use strict';\n${writer.runtimeNames}\nreturn function open(stages) {\n${writer.declarations()}\nreturn function shred(event, row) {\nlet weight = 0;\n${writer.marks()}\n${body}\nreturn weight;\n};\n};`;
  // oxlint-disable-next-line typescript/no-implied-eval -- the point of this file; names are escaped
  const build = new Function('values', source) as (values: typeof runtime) => ShredderFactory;
  return build(runtime);
}

const runtime = { flattenUnmapped, isTooLong, jsonText, misfit, misfitNode, putNumber, isOwn, ordinary };

/** Columns named like a member of every object (`constructor`) are read only where the event has them itself. */
function isOwn(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
}

/** What a text adds to the weight of its row; the long ones are weighed on their own. */
function ordinary(text: string): number {
  return text.length <= ordinaryTextLength ? text.length + 4 : 0;
}

interface Place {
  /** Variable that holds the object. */
  readonly from: string;
  /** As errors name it, up to the last dot. */
  readonly path: string;
  readonly definition: number;
  readonly repetition: number;
  /** Expression of the repetition level of the next entry. */
  readonly again: string;
}

class ShredderSource {
  readonly runtimeNames =
    'const { flattenUnmapped, isTooLong, jsonText, misfit, misfitNode, putNumber, isOwn, ordinary } = values;';
  readonly #leaves: readonly SchemaLeaf[];
  #leaf = 0;
  #variables = 0;

  constructor(leaves: readonly SchemaLeaf[]) {
    this.#leaves = leaves;
  }

  declarations(): string {
    const lines = this.#leaves.map((leaf, index) => {
      const arrays =
        leaf.maxRepetition > 0
          ? ''
          : `, d${index} = s${index}.definitions, l${index} = s${index}.low, h${index} = s${index}.high`;
      return `const s${index} = stages[${index}], t${index} = s${index}.texts${arrays};`;
    });
    return lines.join('\n');
  }

  /** Where the row begins in the stages that have any number of entries a row. */
  marks(): string {
    const repeated = [...this.#leaves.keys()].filter((index) => (this.#leaves[index]?.maxRepetition ?? 0) > 0);
    return repeated.map((index) => `s${index}.mark = s${index}.count;`).join(' ');
  }

  node(node: ColumnNode, above: Place): string {
    const place = { ...above, path: above.path === '' ? node.name : `${above.path}.${node.name}` };
    const variable = `v${this.#variables++}`;
    const read = `const ${variable} = ${member(place.from, node.name)};`;
    switch (node.kind) {
      case 'leaf':
        return `{ ${read}\n${this.#leafCode(node, variable, place)} }`;
      case 'group':
        return `{ ${read}\n${this.#group(node, variable, place)} }`;
      case 'list':
        return `{ ${read}\n${this.#list(node, variable, place)} }`;
      case 'map':
        return `{ ${read}\n${this.#map(variable, place)} }`;
    }
  }

  #leafCode(node: LeafColumn, variable: string, place: Place): string {
    const index = this.#leaf++;
    const isNull = `${variable} === undefined || ${variable} === null`;
    const missing = node.required
      ? `throw misfit(s${index}.leaf, ${variable});`
      : this.#entry(index, place, place.definition);
    const defined = place.definition + (node.required ? 0 : 1);
    const at = place.repetition > 0 ? `s${index}.count` : 'row';
    return `if (${isNull}) { ${missing} } else { ${store(node.type, index, variable, at, place.repetition > 0)} ${this.#entry(index, place, defined)} }`;
  }

  #group(node: GroupColumn, variable: string, place: Place): string {
    const first = this.#leaf;
    const defined = place.definition + (node.required ? 0 : 1);
    const body = node.children
      .map((child) => this.node(child, { ...place, from: variable, definition: defined }))
      .join('\n');
    const missing = node.required
      ? `throw misfitNode(${JSON.stringify(place.path)}, 'STRUCT', ${variable});`
      : this.#absent(first, this.#leaf, place);
    return `if (${variable} === undefined || ${variable} === null) { ${missing} }
      else { if (typeof ${variable} !== 'object' || Array.isArray(${variable})) throw misfitNode(${JSON.stringify(place.path)}, 'STRUCT', ${variable});\n${body} }`;
  }

  #list(node: ListColumn, variable: string, place: Place): string {
    const first = this.#leaf;
    const [index, item] = [`i${this.#variables++}`, `v${this.#variables++}`];
    const depth = place.repetition + 1;
    const inside: Place = {
      from: item,
      path: `${place.path}[]`,
      definition: place.definition + 2,
      repetition: depth,
      again: `(${index} === 0 ? ${place.again} : ${depth})`,
    };
    const body =
      node.element.kind === 'leaf'
        ? this.#leafCode(node.element, item, inside)
        : this.#group(node.element, item, inside);
    const absent = this.#absent(first, this.#leaf, place);
    const empty = this.#absent(first, this.#leaf, { ...place, definition: place.definition + 1 });
    return `if (${variable} === undefined || ${variable} === null) { ${absent} }
      else if (!Array.isArray(${variable})) throw misfitNode(${JSON.stringify(place.path)}, 'LIST', ${variable});
      else if (${variable}.length === 0) { ${empty} }
      else for (let ${index} = 0; ${index} < ${variable}.length; ${index}++) { const ${item} = ${variable}[${index}];\n${body} }`;
  }

  #map(variable: string, place: Place): string {
    const key = this.#leaf;
    this.#leaf += 2;
    const value = key + 1;
    const both = (definition: number): string => this.#absent(key, this.#leaf, { ...place, definition });
    const flat = `f${this.#variables++}`;
    const inside: Place = {
      ...place,
      repetition: place.repetition + 1,
      again: `(i === 0 ? ${place.again} : ${place.repetition + 1})`,
    };
    return `if (${variable} === undefined || ${variable} === null) { ${both(place.definition)} }
      else { const ${flat} = flattenUnmapped(${variable}, s${value});
        if (${flat}.length === 0) { ${both(place.definition + 1)} }
        for (let i = 0; i < ${flat}.length / 2; i++) {
          t${key}[s${key}.count] = ${flat}[2 * i]; weight += ordinary(${flat}[2 * i]); ${this.#entry(key, inside, place.definition + 2)}
          const text = ${flat}[2 * i + 1];
          if (text === null) { ${this.#entry(value, inside, place.definition + 2)} }
          else { t${value}[s${value}.count] = text; weight += ordinary(text); ${this.#entry(value, inside, place.definition + 3)} }
        } }`;
  }

  #absent(first: number, end: number, place: Place): string {
    let code = '';
    for (let index = first; index < end; index++) code += this.#entry(index, place, place.definition);
    return code;
  }

  /** Writes the levels of one entry; its value, if any, already stands at the same index. */
  #entry(index: number, place: Place, definition: number): string {
    const maxRepetition = this.#leaves[index]?.maxRepetition ?? 0;
    if (maxRepetition === 0) return `d${index}[row] = ${definition};`;
    const stage = `s${index}`;
    return `weight += 2; if (${stage}.count === ${stage}.definitions.length) ${stage}.grow();
      ${stage}.repetitions[${stage}.count] = ${place.again}; ${stage}.definitions[${stage}.count++] = ${definition};`;
  }
}

/** Code that puts a value that is neither null nor absent at `at`, or throws. */
function store(type: LeafType, index: number, variable: string, at: string, repeated: boolean): string {
  const stage = `s${index}`;
  const refuse = `throw misfit(${stage}.leaf, ${variable});`;
  const ensure = repeated ? `if (${at} === ${stage}.definitions.length) ${stage}.grow();` : '';
  const low = repeated ? `${stage}.low` : `l${index}`;
  const high = repeated ? `${stage}.high` : `h${index}`;
  switch (type) {
    case 'string':
      return `if (typeof ${variable} !== 'string' || (${variable}.length > ${ordinaryTextLength} && isTooLong(${variable}, ${stage}))) ${refuse} t${index}[${at}] = ${variable}; ${weigh(variable)}`;
    case 'json':
      return `t${index}[${at}] = jsonText(${variable}, ${stage}); ${weigh(`t${index}[${at}]`)}`;
    case 'boolean':
      return `${ensure} if (typeof ${variable} !== 'boolean') ${refuse} ${low}[${at}] = ${variable} ? 1 : 0; weight++;`;
    case 'int32':
      return `${ensure} if (typeof ${variable} === 'number' && (${variable} | 0) === ${variable}) ${low}[${at}] = ${variable}; else putNumber(${stage}, ${at}, ${variable}); weight += 4;`;
    case 'int64':
      return `${ensure} if (Number.isSafeInteger(${variable})) { ${low}[${at}] = ${variable} | 0; ${high}[${at}] = Math.floor(${variable} / 4294967296); } else putNumber(${stage}, ${at}, ${variable}); weight += 8;`;
    case 'timestamp':
    case 'double':
      return `${ensure} putNumber(${stage}, ${at}, ${variable}); weight += 8;`;
  }
}

function weigh(text: string): string {
  return `if (${text}.length <= ${ordinaryTextLength}) weight += ${text}.length + 4;`;
}

function member(holder: string, name: string): string {
  const key = JSON.stringify(name).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return name in Object.prototype ? `isOwn(${holder}, ${key})` : `${holder}[${key}]`;
}
