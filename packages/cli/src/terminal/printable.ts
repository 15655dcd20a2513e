// oxlint-disable-next-line eslint/no-control-regex -- control characters are what it is about
const unprintable = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g;

/** Text of unknown origin made safe for a terminal: control characters are shown, not obeyed. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) => {
    if (character === '\n') return String.raw`\n`;
    if (character === '\t') return String.raw`\t`;
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}

export function clip(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, Math.max(0, longest - 1))}…` : text;
}
