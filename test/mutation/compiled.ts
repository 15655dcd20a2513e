import { stripTypeScriptTypes } from 'node:module';
import { compileFunction } from 'node:vm';
import { parseSync, type StaticExport, type StaticImport } from 'oxc-parser';

/** What a module that is run as a function sees of the world. */
interface ModuleScope {
  /** The namespace of an imported module. */
  readonly load: (specifier: string) => Namespace;
  /** Filled with what the module exports. */
  readonly exports: Namespace;
  readonly meta: Readonly<Record<string, string>>;
}

export type Namespace = Record<string, unknown>;

/** A module that can be run again and again, each time with a state of its own. */
export interface CompiledModule {
  /** Specifiers of what it imports, at once or later. */
  readonly imports: readonly string[];
  run(scope: ModuleScope): void;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A TypeScript module as a function. Where modules import each other in a ring, functions alone can be used early. */
export function compiled(source: string, file: string): CompiledModule {
  const js = stripTypeScriptTypes(source);
  const { module, errors } = parseSync(`${file}.mjs`, js);
  if (errors.length > 0) throw new SyntaxError(`${file} cannot be parsed: ${errors[0]?.message}`);
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) => js.slice(start, end));
  const text = edited(js, [
    ...module.staticImports.map(importEdit),
    ...module.staticExports.flatMap((each) => exportEdits(each, js)),
    ...module.dynamicImports.map(({ start }) => ({ start, end: start + 'import'.length, text: '__import' })),
    ...module.importMetas.map(({ start, end }) => ({ start, end, text: '__meta' })),
  ]);
  const early = module.staticExports.flatMap((each) => (isFunction(each, js) ? each.entries.map(assignment) : []));
  const body = `'use strict'; ${early.join(' ')} ${text}`;
  const run = compileFunction(body, ['__load', '__exports', '__import', '__meta'], { filename: file });
  return {
    imports: [
      ...new Set([
        ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
        ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
        ...later.map((literal) => literal.slice(1, -1)),
      ]),
    ],
    run: ({ load, exports, meta }) => {
      run(load, exports, async (specifier: string) => load(specifier), meta);
    },
  };
}

/** Of edits that begin in the same place the first is made. */
function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

function importEdit({ start, end, moduleRequest, entries }: StaticImport): Edit {
  const namespace = `__load(${JSON.stringify(moduleRequest.value)})`;
  const whole = entries.find(({ importName: { kind } }) => isWhole(kind));
  if (whole !== undefined) return { start, end, text: `const ${whole.localName.value} = ${namespace};` };
  const names = entries.map(({ importName, localName }) => `${importName.name ?? 'default'}: ${localName.value}`);
  return { start, end, text: `const { ${names.join(', ')} } = ${namespace};` };
}

function isWhole(kind: string): boolean {
  return kind === 'NamespaceObject';
}

/** A declaration stays, without its `export`; what it declares is handed out after it. */
function exportEdits(exported: StaticExport, js: string): readonly Edit[] {
  const { start, end, entries } = exported;
  const statement = js.slice(start, end);
  // What is imported elsewhere is told of with the statement that imports it.
  if (statement.startsWith('import')) return entries.map((entry) => listEdit(entry.start, js));
  if (/^export\s*[{*]/.test(statement)) {
    const isPassedOn = entries.some(({ moduleRequest }) => moduleRequest !== null);
    return isPassedOn ? [{ start, end, text: entries.map(passedOn).join(' ') }] : [listEdit(entries[0]!.start, js)];
  }
  const keywords = /^export\s+(?:default\s+)?/.exec(statement)?.[0] ?? '';
  if (/default/.test(keywords) && !/^(?:async\s+)?(?:function|class)[\s*]+\w/.test(statement.slice(keywords.length)))
    return [{ start, end: start + keywords.length, text: '__exports.default = ' }];
  return [
    { start, end: start + keywords.length, text: '' },
    { start: end, end, text: `; ${entries.map(assignment).join(' ')}` },
  ];
}

/** The list of exports around a place. */
function listEdit(place: number, js: string): Edit {
  const open = js.lastIndexOf('{', place);
  const close = js.indexOf('}', place);
  const names = [...js.slice(open, close).matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g)];
  const text = names.map(([, local, name]) => `__exports.${name ?? local} = ${local};`);
  return { start: js.lastIndexOf('export', open), end: close + 1, text: text.join(' ') };
}

function isFunction({ start, end }: StaticExport, js: string): boolean {
  return /^export\s+(?:default\s+)?(?:async\s+)?function\b/.test(js.slice(start, end));
}

type ExportEntry = StaticExport['entries'][number];

function assignment({ exportName, localName }: ExportEntry): string {
  return `__exports.${exportName.name ?? 'default'} = ${localName.name};`;
}

function passedOn({ moduleRequest, importName, exportName }: ExportEntry): string {
  const namespace = `__load(${JSON.stringify(moduleRequest?.value)})`;
  const kind: string = importName.kind;
  if (kind === 'AllButDefault') return `Object.assign(__exports, ${namespace});`;
  if (kind === 'All') return `__exports.${exportName.name} = ${namespace};`;
  return `__exports.${exportName.name} = ${namespace}.${importName.name};`;
}
