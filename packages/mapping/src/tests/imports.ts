import type { Imports } from '../index.ts';

const files: ReadonlyMap<string, string> = new Map([
  [
    './shared.yaml',
    `fragments:
  named: { message: $.name }
  off: { metadata.event_code: $.code }
lookups:
  levels: { a: Low, b: High }
`,
  ],
  ['./again.yaml', 'fragments: { named: { message: $.other } }\n'],
  ['./wrong.yaml', 'fragments:\n  odd:\n    mesage: $.a\n'],
  ['./broken.yaml', 'fragments: [\n'],
  ['./mapping.yaml', 'version: 1\nformat: json\nrules: []\n'],
]);

/** What documents of tests can import. */
export const imports: Imports = (name) => files.get(name);
