import { ColumnValueError, ParquetError } from '../errors.ts';
import type { ColumnNode, ColumnSchema } from '../schema/column-schema.ts';

/** Moves what no column holds; gives the number of values moved. Changes the event. */
export type MoveUndeclared = (event: Record<string, unknown>) => number;

/**
 * Compiles a walk that moves every value of an event outside the columns to `event.unmapped`, under its dotted path
 * (`src_endpoint.zone`, `attacks[0].tactic.src_url`), so that nothing a mapper found is lost. The place it stood in is
 * set to `undefined`. Nulls hold nothing and stay. Costs a look at each key when there is nothing to move.
 *
 * Throws `column_value` where `unmapped` is there but not an object.
 */
export function moveUndeclared(schema: ColumnSchema): MoveUndeclared {
  if (!schema.columns.some((node) => node.kind === 'map' && node.name === 'unmapped')) {
    throw new ParquetError(
      'option_invalid',
      'This schema has no unmapped column to move values to. Add a map column named unmapped.',
    );
  }
  const source = new WalkSource();
  const entry = source.walk(schema.columns, { path: '', indexes: [] });
  // oxlint-disable-next-line typescript/no-implied-eval -- compiled like the shredder; names are escaped
  const build = new Function('put', `'use strict';\n${source.functions.join('\n')}\nreturn ${entry};`) as (
    put: typeof putUnmapped,
  ) => (event: Record<string, unknown>, holder: object) => number;
  const walk = build(putUnmapped);
  return (event) => walk(event, event);
}

interface WalkPlace {
  /** Template text of the path so far: `attacks[${i0}].`. */
  readonly path: string;
  readonly indexes: readonly string[];
}

class WalkSource {
  readonly functions: string[] = [];

  /** Writes a function that walks one object, and gives its name. */
  walk(nodes: readonly ColumnNode[], place: WalkPlace): string {
    const name = `walk${this.functions.length}`;
    this.functions.push('');
    const slot = this.functions.length - 1;
    const cases = nodes
      .map((node) => `case ${JSON.stringify(node.name)}: ${this.#descend(node, place)} break;`)
      .join('\n');
    const path = `\`${place.path}\${key}\``;
    this.functions[slot] = `function ${name}(${['event', 'holder', ...place.indexes].join(', ')}) {
      let moved = 0;
      for (const key in holder) switch (key) {
        ${cases}
        default: if (holder[key] !== undefined && holder[key] !== null) moved += put(event, holder, key, ${path});
      }
      return moved;
    }`;
    return name;
  }

  #descend(node: ColumnNode, place: WalkPlace): string {
    if (node.kind === 'group')
      return this.#object(
        node.children,
        { ...place, path: `${place.path}${templated(node.name)}.` },
        `holder[${JSON.stringify(node.name)}]`,
      );
    if (node.kind !== 'list' || node.element.kind !== 'group') return '';
    const index = `i${place.indexes.length}`;
    const inside = { path: `${place.path}${templated(node.name)}[\${${index}}].`, indexes: [...place.indexes, index] };
    const list = `list${place.indexes.length}`;
    return `{ const ${list} = holder[${JSON.stringify(node.name)}];
      if (Array.isArray(${list})) for (let ${index} = 0; ${index} < ${list}.length; ${index}++) { ${this.#object(node.element.children, inside, `${list}[${index}]`)} } }`;
  }

  #object(children: readonly ColumnNode[], place: WalkPlace, expression: string): string {
    const name = this.walk(children, place);
    const call = ['event', 'inner', ...place.indexes].join(', ');
    return `{ const inner = ${expression}; if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) moved += ${name}(${call}); }`;
  }
}

function templated(name: string): string {
  return name.replaceAll(/[\\`$]/g, (character) => `\\${character}`);
}

function putUnmapped(
  event: Record<string, unknown>,
  holder: Record<string, unknown>,
  key: string,
  path: string,
): number {
  const unmapped = (event['unmapped'] ??= {});
  if (typeof unmapped !== 'object' || unmapped === null || Array.isArray(unmapped)) {
    throw new ColumnValueError('unmapped', 'MAP<STRING, STRING>', 'something that is not an object');
  }
  let name = path;
  for (let times = 2; Object.hasOwn(unmapped, name); times++) name = `${path} (${times})`;
  Object.defineProperty(unmapped, name, { value: holder[key], enumerable: true, writable: true, configurable: true });
  holder[key] = undefined;
  return 1;
}
