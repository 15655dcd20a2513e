const begin = '<!-- reference: made by `npm run generate` -->';
const end = '<!-- end of reference -->';

/** The page with the reference table between its two marks. */
export function withReference(page: string, table: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The page has to have the marks ${begin} and ${end}.`);
  return `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`;
}
