import { parse, stringify } from 'yaml';
import { table } from './markdown.ts';

const everyOther = 'every other record';

type Document = Readonly<Record<string, unknown>>;

/** What a mapping document says, a table for each rule that makes events; others in a line. */
export function mappingTables(text: string): string {
  const document = recordOf(parse(text));
  const rules = rulesOf(document);
  return rules
    .flatMap((rule) => rulesIn(rule, ''))
    .join('\n\n')
    .replace(everyOther, rules[0]?.['when'] === undefined ? 'every record' : everyOther);
}

function rulesIn(rule: Document, above: string): readonly string[] {
  const when = rule['when'] === undefined ? above : [above, flow(rule['when'])].filter(Boolean).join(', and ');
  const head = [textOf(rule['name']), when === '' ? everyOther : `records with ${when}`].filter(Boolean).join(': ');
  const events = Array.isArray(rule['events']) ? (rule['events'] as readonly Document[]) : [];
  return [
    ...(rule['class'] === undefined ? [] : [eventOf(head, rule)]),
    ...events.map((event) => eventOf(head, event)),
    ...['skip', 'reject'].flatMap((end) =>
      rule[end] === undefined ? [] : [`${head}: ${end} (\`${flat(rule[end])}\`).`],
    ),
    ...rulesOf(rule).flatMap((inner) => rulesIn(inner, when)),
  ];
}

function eventOf(head: string, event: Document): string {
  const rows = attributesIn(recordOf(event['map']), '').map(([path, source]) => [`\`${path}\``, source]);
  return `${head}: **${textOf(event['class'])}**\n\n${table(['attribute', 'from'], rows)}`;
}

/** Dotted paths; what holds no keys of the language's own is an object of attributes. */
function attributesIn(map: Document, above: string): readonly (readonly [string, string])[] {
  return Object.entries(map).flatMap(([name, source]): readonly (readonly [string, string])[] => {
    const path = above === '' ? name : `${above}.${name}`;
    const isObject = typeof source === 'object' && source !== null && !Array.isArray(source) && !isSource(source);
    return isObject ? attributesIn(recordOf(source), path) : [[path, flow(source)]];
  });
}

const sourceKeys = ['from', 'first', 'cases', 'each', 'call', 'value', 'sum', 'template', 'constant', 'concat', 'join'];

function isSource(value: object): boolean {
  return sourceKeys.some((key) => Object.hasOwn(value, key));
}

function rulesOf(holder: Document): readonly Document[] {
  return Array.isArray(holder['rules']) ? (holder['rules'] as readonly Document[]) : [];
}

/** As it stands in the document, in one line of code. */
function flow(value: unknown): string {
  return `\`${flat(value)}\``;
}

function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return text.replaceAll('`', "'").replaceAll(/\s*\n\s*/g, ' ');
}

function recordOf(value: unknown): Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
