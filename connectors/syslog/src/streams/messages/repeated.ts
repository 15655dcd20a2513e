const start = 'message repeated ';
const middle = ' times: [';

/** What rsyslog writes in place of equal messages, `message repeated 5 times: [ text]`, taken apart. */
export function unwrapRepeated(content: string): { readonly text: string; readonly count?: number } {
  const plain = { text: content };
  if (!content.startsWith(start) || !content.endsWith(']')) return plain;
  const at = content.indexOf(middle, start.length);
  const count = at === -1 ? Number.NaN : Number(content.slice(start.length, at));
  if (!Number.isSafeInteger(count) || count < 1) return plain;
  return { text: content.slice(at + middle.length, -1).trim(), count };
}
