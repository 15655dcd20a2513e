/** What a phrase found, by the names of its gaps. */
export type Found<Name extends string> = Readonly<Record<Name, string>>;

type Gap<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Plain}*` ? Plain : Name) | Gap<Rest>
  : never;

/**
 * A sentence with gaps, such as `Deny {protocol} from {source} to {target}`: compiled once, it reads the gaps of a text
 * that begins so. Each piece of the sentence is looked for once, from left to right, and a gap is the shortest text that
 * reaches the next piece; `{name*}` is the longest one, for gaps that a stranger fills. What stands behind the last piece
 * is ignored unless the sentence ends in a gap, which takes all of it. Linear in the text for every piece.
 */
export function phrase<Template extends string>(
  template: Template,
): (text: string) => Found<Gap<Template>> | undefined {
  const { start, gaps } = compile(template);
  return (text) => {
    if (!text.startsWith(start)) return undefined;
    const found: Record<string, string> = {};
    let at = start.length;
    for (const { name, isLongest, next } of gaps) {
      const end = next === '' ? text.length : isLongest ? text.lastIndexOf(next) : text.indexOf(next, at);
      if (end < at) return undefined;
      found[name] = text.slice(at, end).trim();
      at = end + next.length;
    }
    return found as Found<Gap<Template>>;
  };
}

interface CompiledGap {
  readonly name: string;
  readonly isLongest: boolean;
  /** The piece behind the gap; empty at the end. */
  readonly next: string;
}

function compile(template: string): { readonly start: string; readonly gaps: readonly CompiledGap[] } {
  const [start = '', ...rest] = template.split('{');
  const gaps = rest.map((piece) => {
    const [written = '', next = ''] = piece.split('}');
    const isLongest = written.endsWith('*');
    return { name: isLongest ? written.slice(0, -1) : written, isLongest, next };
  });
  return { start, gaps };
}

/** So much of a text as is looked through: what stands behind costs nothing. */
export function beginning(text: string, length: number): string {
  return text.slice(0, length);
}

/** The text before the first of these marks; all of it where there is none. */
export function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(0, at);
}

/** The text behind a marker up to the next of the given ends, or to the end; undefined where there is no marker. */
export function behind(text: string, marker: string, ...ends: readonly string[]): string | undefined {
  const at = text.indexOf(marker);
  if (at === -1) return undefined;
  const start = at + marker.length;
  let end = text.length;
  for (const mark of ends) {
    const found = text.indexOf(mark, start);
    if (found !== -1) end = Math.min(end, found);
  }
  return text.slice(start, end).trim();
}
