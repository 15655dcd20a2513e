/** A string of HCL, with nothing in it that Terraform would evaluate. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[$%]\{/g, (start) => start.charAt(0) + start);
}

/** A name for a Terraform resource. */
export function identifier(text: string): string {
  const name = text.replaceAll(/[^A-Za-z0-9_]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

/** A policy document as `jsonencode(…)`. Strings that are `expressions` are put in for Terraform to evaluate. */
export function encoded(document: unknown, expressions: ReadonlySet<string> = new Set()): string {
  return `jsonencode(${valueOf(document, '  ', expressions)})`;
}

function valueOf(value: unknown, indent: string, expressions: ReadonlySet<string>): string {
  const deeper = `${indent}  `;
  if (typeof value === 'string') return expressions.has(value) ? value : quoted(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => valueOf(item, deeper, expressions));
    const line = `[${items.join(', ')}]`;
    return line.includes('\n') || line.length > 80
      ? `[\n${items.map((item) => `${deeper}${item},\n`).join('')}${indent}]`
      : line;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, member]) => [keyOf(key), valueOf(member, deeper, expressions)] as const,
    );
    return `{\n${aligned(entries)
      .map((line) => `${deeper}${line}\n`)
      .join('')}${indent}}`;
  }
  return JSON.stringify(value);
}

function keyOf(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key);
}

/** Equal signs below each other, as `terraform fmt` has them: where neighbours fit on a line each. */
function aligned(entries: readonly (readonly [key: string, value: string])[]): readonly string[] {
  const width = (index: number): number => {
    let [from, to] = [index, index];
    while (isShort(entries[from - 1])) from--;
    while (isShort(entries[to + 1])) to++;
    return Math.max(...entries.slice(from, to + 1).map(([key]) => key.length));
  };
  return entries.map((entry, index) => {
    const [key, value] = entry;
    return `${isShort(entry) ? key.padEnd(width(index)) : key} = ${value}`;
  });
}

function isShort(entry: readonly [string, string] | undefined): boolean {
  return entry !== undefined && !entry[1].includes('\n');
}
