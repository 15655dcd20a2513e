import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** A document that is wrong, and all that has to be said about it. */
export interface WrongCase {
  readonly name: string;
  readonly document: string;
  readonly problems: string;
}

const folder = new URL('./wrong/', import.meta.url);
const nameMark = '=== ';
const problemsMark = '---\n';

/** The cases of a folder of files; in each, `=== name`, the document, `---` and the problems follow each other. */
export function readWrongCases(): ReadonlyMap<string, readonly WrongCase[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return new Map(files.map((name) => [name, parse(readFileSync(new URL(name, folder), 'utf8'))]));
}

function parse(text: string): readonly WrongCase[] {
  return text
    .split(`\n${nameMark}`)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const whole = part.startsWith(nameMark) ? part.slice(nameMark.length) : part;
      const [head = '', problems = ''] = whole.split(`\n${problemsMark}`);
      const end = head.indexOf('\n');
      const document = end === -1 ? '' : `${head.slice(end + 1)}\n`;
      return { name: end === -1 ? head : head.slice(0, end), document, problems: problems.trim() };
    });
}

export function writeWrongCases(name: string, cases: readonly WrongCase[]): void {
  const parts = cases.map(({ name: title, document, problems }) => {
    const body = document === '' ? '' : `\n${document.replace(/\n$/, '')}`;
    return `${nameMark}${title}${body}\n${problemsMark}${problems}\n`;
  });
  writeFileSync(new URL(name, folder), parts.join('\n'));
}
