import { type Fields, setField, type TextReader } from './fields.ts';

const maxDepth = 64;
const maxElements = 10_000;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const nameHere = /[^\s/>=<"']+/y;
const attributeHere = /\s*([^\s/>=<"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/**
 * Reads XML: an element becomes its text, or where it has attributes or children a map of them: attributes as `@name`,
 * children by name (a list where there are several), text beside them as `#text`. The document element is the outermost
 * field. Document types and entities of one's own are refused; prefixes of names are kept. Linear in the text.
 */
export const readXml: TextReader = (text) => {
  if (text.includes('<!DOCTYPE')) return undefined;
  const reader = new XmlReader(text);
  return reader.read();
};

interface Open {
  readonly name: string;
  readonly fields: Fields;
  text: string;
  isPlain: boolean;
}

class XmlReader {
  readonly #text: string;
  readonly #open: Open[] = [];
  #elements = 0;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Fields | undefined {
    const root: Open = { name: '', fields: {}, text: '', isPlain: true };
    this.#open.push(root);
    while (this.#offset < this.#text.length) {
      const next = this.#text.indexOf('<', this.#offset);
      const end = next === -1 ? this.#text.length : next;
      this.#open.at(-1)!.text += unescapeXml(this.#text.slice(this.#offset, end));
      this.#offset = end;
      if (next !== -1 && !this.#markup()) return undefined;
    }
    const isWhole = this.#open.length === 1 && !root.isPlain && root.text.trim() === '';
    return isWhole ? root.fields : undefined;
  }

  #markup(): boolean {
    const head = this.#text.slice(this.#offset, this.#offset + 9);
    if (head.startsWith('<?')) return this.#skipTo('?>');
    if (head.startsWith('<!--')) return this.#skipTo('-->');
    if (head === '<![CDATA[') {
      const start = this.#offset + 9;
      if (!this.#skipTo(']]>')) return false;
      this.#open.at(-1)!.text += this.#text.slice(start, this.#offset - 3);
      return true;
    }
    return head.startsWith('</') ? this.#closing() : this.#opening();
  }

  #skipTo(mark: string): boolean {
    const end = this.#text.indexOf(mark, this.#offset + 2);
    this.#offset = end + mark.length;
    return end !== -1;
  }

  #opening(): boolean {
    nameHere.lastIndex = this.#offset + 1;
    const name = nameHere.exec(this.#text)?.[0];
    if (name === undefined || this.#open.length > maxDepth || ++this.#elements > maxElements) return false;
    const element: Open = { name, fields: {}, text: '', isPlain: true };
    this.#offset = nameHere.lastIndex;
    this.#attributes(element);
    const tail = /\s*(\/?)>/y;
    tail.lastIndex = this.#offset;
    const match = tail.exec(this.#text);
    if (match === null) return false;
    this.#offset = tail.lastIndex;
    this.#open.push(element);
    return match[1] === '/' ? this.#close(name) : true;
  }

  #attributes(element: Open): void {
    for (;;) {
      attributeHere.lastIndex = this.#offset;
      const match = attributeHere.exec(this.#text);
      if (match === null) return;
      this.#offset = attributeHere.lastIndex;
      element.isPlain = false;
      setField(element.fields, `@${match[1]}`, unescapeXml(match[2] ?? match[3] ?? ''));
    }
  }

  #closing(): boolean {
    const end = this.#text.indexOf('>', this.#offset);
    if (end === -1) return false;
    const name = this.#text.slice(this.#offset + 2, end).trim();
    this.#offset = end + 1;
    return this.#close(name);
  }

  #close(name: string): boolean {
    const element = this.#open.pop();
    const parent = this.#open.at(-1);
    if (element === undefined || parent === undefined || element.name !== name) return false;
    parent.isPlain = false;
    const text = element.text.trim();
    if (!element.isPlain && text !== '') setField(element.fields, '#text', text);
    setField(parent.fields, name, element.isPlain ? text : element.fields);
    return true;
  }
}

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name]! : whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
