export interface TableOptions {
  /** Indexes of columns with numbers: set to the right. */
  readonly right?: readonly number[];
}

/** Lines of a plain table: columns as wide as their widest cell, two spaces between, nothing at the end of a line. */
export function tableLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { right = [] }: TableOptions = {},
): readonly string[] {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)));
  const line = (cells: readonly string[]): string =>
    head
      .map((_, column) => {
        const cell = cells[column] ?? '';
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
        return right.includes(column) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((size) => '─'.repeat(size))), ...rows.map(line)];
}

/** Cells that a terminal gives the text: two for East Asian wide characters and emoji, none for combining marks. */
function width(text: string): number {
  // oxlint-disable-next-line eslint/no-control-regex
  if (/^[\u0020-\u007E]*$/.test(text)) return text.length;
  let cells = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Cf}/u.test(character)) continue;
    cells +=
      /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return cells;
}
