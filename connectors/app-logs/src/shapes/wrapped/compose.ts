import type { Wrapping } from './wrapped.ts';

/** `web-1  | `: the name of a container, filled up with blanks. */
const heading = /^(?<name>[A-Za-z\d][\w.-]{0,127}) {1,64}\| (?=(?<address>\{|[\da-fA-F:.]{3,45} )?)/;
const numbered = /[-_]\d{1,5}$/;

/**
 * Takes the heading off that `docker compose logs` gives the lines of a container: its name ends with its number, or an
 * address or an object comes behind it. Undefined where there is none: a bar may stand in any text.
 */
export function composeLine(line: string): { readonly wrapping: Wrapping; readonly content: string } | undefined {
  const match = heading.exec(line);
  const { name = '', address } = match?.groups ?? {};
  if (match === null || (address === undefined && !numbered.test(name))) return undefined;
  return {
    wrapping: { line, name: 'container', provider: name, fields: { name } },
    content: line.slice(match[0].length),
  };
}
