import type { Note } from '@sluice/mapping';
import type { CheckedEvent } from '@sluice/testing/coverage';
import { clip, printable } from '../terminal/printable.ts';
import type { MappedRecord } from './mapped-record.ts';

export interface RenderOptions {
  /** Name of the mapping, for places in it. */
  readonly title: string;
  readonly color: boolean;
  readonly columns: number;
}

/** A record as a person reads it: its events attribute by attribute, what is wrong beside what it is about. */
export function renderRecord(record: MappedRecord, options: RenderOptions): string {
  const { rule } = record.explanation ?? {};
  const where = rule === undefined ? '' : `  ${rule.name}, ${rule.file ?? options.title}:${rule.line}`;
  if (record.none !== undefined) {
    const [kind, reason] = 'skip' in record.none ? ['skipped', record.none.skip] : ['rejected', record.none.reject];
    const detail = 'detail' in record.none && record.none.detail !== undefined ? `: ${record.none.detail}` : '';
    return paint(options, 33, `record ${record.number}: ${kind}, ${reason}${printable(detail)}${where}`);
  }
  return record.events
    .map((event, index) => {
      const notes = record.explanation?.attributes.filter((note) => (note.event ?? 0) === index);
      const number = record.events.length === 1 ? '' : `, event ${index + 1}`;
      const head = paint(options, 1, `record ${record.number}${number}: ${nameOf(event)}`);
      return [`${head}${where}`, ...eventLines(event, notes, options)].join('\n');
    })
    .join('\n');
}

function nameOf({ definition, event }: CheckedEvent): string {
  return definition?.name ?? `class ${String(event['class_uid'])}`;
}

function eventLines(
  { event, findings }: CheckedEvent,
  notes: readonly Note[] | undefined,
  options: RenderOptions,
): readonly string[] {
  const { observables, ...said } = event;
  const found = Array.isArray(observables) ? [['observables', `${observables.length} found`] as const] : [];
  const leaves = [...leavesOf(said, ''), ...found];
  const width = Math.min(44, Math.max(...leaves.map(([path]) => path.length)));
  const marked = new Set<unknown>();
  const lines = leaves.map(([path, value]) => {
    const wrong = findings.filter((finding) => finding.path === path);
    for (const finding of wrong) marked.add(finding);
    const origin = notes === undefined ? '' : `  ${paint(options, 2, originOf(path, notes, options))}`;
    const text = `${printable(path).padEnd(width)}  ${shown(value, options)}${origin}`;
    return [
      `${wrong.length > 0 ? mark(options) : ' '} ${text}`,
      ...wrong.map(({ message }) => complaint(message, options)),
    ];
  });
  const others = findings.filter((finding) => !marked.has(finding));
  return [
    ...lines.flat(),
    ...others.map(({ severity, message }) => `${severity === 'error' ? mark(options) : '!'} ${printable(message)}`),
  ];
}

function mark(options: RenderOptions): string {
  return paint(options, 31, '✗');
}

function complaint(message: string, options: RenderOptions): string {
  return paint(options, 31, `    ${printable(message)}`);
}

function paint({ color }: RenderOptions, code: number, text: string): string {
  return color ? `\u001B[${code}m${text}\u001B[0m` : text;
}

/** Values by path, as findings name them: `answers[0].rdata`. */
function leavesOf(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0)
    return [[path, value]];
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, path === '' ? name : `${path}.${name}`));
}

function shown(value: unknown, { columns }: RenderOptions): string {
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
  return printable(clip(text, Math.max(20, columns - 50)));
}

/** Where a value came from: its path in the record and the line of the rule, or who else put it there. */
function originOf(path: string, notes: readonly Note[], { title }: RenderOptions): string {
  if (path === 'unmapped' || path.startsWith('unmapped.')) return '← left over';
  const plain = path.replaceAll(/\[\d+\]/g, '[]');
  const names = [plain, plain.replace(/\[\]$/, ''), ...parentsOf(plain)];
  const found = names.flatMap((name) => notes.filter((note) => note.attribute === name))[0];
  if (found === undefined) return '← completed';
  const sources = [
    ...new Set(notes.filter((note) => note.attribute === found.attribute).map((note) => note.from ?? 'constant')),
  ];
  return `← ${printable(sources.join(', '))}  ${found.file ?? title}:${found.line}`;
}

/** A map that was taken whole is noted under its own name. */
function parentsOf(path: string): readonly string[] {
  const names = path.split('.');
  return names.slice(1).map((_, index) => names.slice(0, names.length - 1 - index).join('.'));
}
