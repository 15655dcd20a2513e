import { stringify } from 'yaml';
import { problemCodes } from '../errors.ts';
import { directives } from '../time/directives.ts';
import { type Example, examples } from './examples.ts';
import { type FormDefinition, type FormName, formats, forms } from './definition.ts';

const order: readonly FormName[] = [
  'document',
  'shared',
  'rule',
  'event',
  'value',
  'loop',
  'case',
  'combination',
  'test',
  'part',
  'key_value',
  'csv',
  'pairs',
];

/** The reference page of the language, made from its definition. */
export function referencePage(): string {
  const sections = [
    '# The mapping language',
    '<!-- Made by scripts/generate.ts from src/language. -->',
    intro,
    '## Examples',
    ...examples.map(exampleSection),
    '## Forms',
    ...order.map((name) => formSection(forms[name])),
    '## Formats',
    table(
      ['format', 'fields'],
      Object.entries(formats).map(([name, says]) => [`\`${name}\``, says]),
    ),
    '## How values fit',
    casting,
    '## Times',
    table(
      ['directive', 'takes'],
      Object.entries(directives).map(([name, { says }]) => [`\`%${name}\``, says]),
    ),
    times,
    '## Patterns',
    patterns,
    '## Problems',
    `Codes: ${problemCodes.map((code) => `\`${code}\``).join(', ')}.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

const intro = `A mapping is a YAML document that says what the records of a stream become in OCSF. It is checked against the OCSF
catalogue when it is loaded; a document with a problem is not used.

- A **path** is \`$.client.ip\`: \`$\` is the record, \`$name\` a part, \`@\` the item of a loop. \`$['odd name']\` and \`$.list[0]\`
  work as in JSONPath. \`$origin.address\` (also \`port\`, \`path\`, \`transport\`, \`certificateSubject\`) and \`$received_at\` are what
  the runtime knows.
- A **template** is \`'User \${.name} from \${line.ip}'\`: in the braces stands a path without its \`$\`. \`$\${\` is the text \`\${\`.
- Any other text, number or boolean is a **constant**.
- Attributes are nested (\`user: { name: … }\`) or dotted (\`user.name: …\`). Each has one source.
- An object of which the record lacks what OCSF requires is left out; what it would have held goes to \`unmapped\`.
- \`class_uid\`, \`type_uid\`, captions of ids, \`observables\` and the like follow from the rest and are not mapped.`;

const casting = `| the attribute takes | what fits |
|---|---|
| text | texts; numbers and booleans as text; no longer than OCSF allows |
| whole number | numbers without fraction; texts of digits, or \`0x…\`; within the range of the type |
| number | numbers; texts of a number |
| boolean | \`true\`, \`false\`, 1, 0, and the texts true, false, yes, no, 1, 0 in any case |
| IP address | texts that are one |
| id of an enum | an id, its text, or a caption in any case; any other text is 99 Other with the text as caption, where the enum has 99 |
| time | what \`time\` says |
| list | a list of such values; a single value is a list of one |
| map or anything | a map; anything |

Null, empty text and the \`null_values\` are no values. A value that does not fit is no value, and stays in \`unmapped\`; nothing is
cut short or rounded.`;

const times = `A blank in a format stands for one or more. A time without a year is the last such moment before a week after the receipt. \`iso\` is
ISO 8601 and RFC 3339; \`unix\`, \`unix_ms\`, \`unix_us\` and \`unix_ns\` count from 1970. Times without offset need a \`zone\`.`;

const patterns = `A pattern is held against the **whole** text, of at most 65,535 characters; write \`.*\` where anything may stand. \`.\` does not take a
line feed, \`\\d\`, \`\\w\` and \`\\s\` are ASCII. Known: \`[a-z]\`, \`[^"]\`, \`|\`, \`( )\`, \`(?<name> )\`, \`* + ? {2,5}\`, lazy \`*?\`, \`\\b\`, \`(?i)\` and
\`(?s)\` at the beginning. Looking ahead or behind and referring back are refused: every pattern takes time linear in the text.`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

function formSection({ title, says, keys }: FormDefinition): string {
  const rows = Object.entries(keys).map(([name, key]) => [
    `\`${name}\`${key.isRequired === true ? ' (required)' : ''}`,
    key.type,
    key.says,
  ]);
  return `### ${title}\n\n${says}\n\n${table(['key', 'takes', 'meaning'], rows)}`;
}

function exampleSection({ title, says, document, record, event }: Example): string {
  const input = typeof record === 'string' ? fenced('text', record) : fenced('json', JSON.stringify(record));
  return `### ${title}\n\n${says}\n\n${fenced('yaml', document.trimEnd())}\n\n${input}\n\nbecomes\n\n${fenced('yaml', stringify(event).trimEnd())}`;
}

function fenced(language: string, body: string): string {
  return `\`\`\`${language}\n${body}\n\`\`\``;
}
