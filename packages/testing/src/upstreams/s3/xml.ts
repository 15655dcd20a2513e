type Content = string | number | boolean | readonly Element[];

/** An element with its content; several of one name stand one after the other. */
export type Element = readonly [name: string, content: Content];

export function xml(element: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${textOf(element)}`;
}

function textOf([name, content]: Element): string {
  const inner = Array.isArray(content) ? content.map(textOf).join('') : escape(String(content));
  return `<${name}>${inner}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
