import { OcsfError } from '../errors.ts';
import type { SourceDictionary, SourceItem } from './source.ts';

/**
 * Observable type ids and captions, from everything that may define one. Classes and objects must not be flattened
 * yet, or each heir would define its parent's ids again. An id defined twice is an error of the schema.
 */
export class ObservableTypes {
  readonly #captions = new Map<number, string>();

  get captions(): ReadonlyMap<number, string> {
    return new Map([...this.#captions].toSorted(([one], [other]) => one - other));
  }

  addDictionary(dictionary: SourceDictionary): void {
    for (const type of dictionary.types.values()) this.#add(type.observable, type.caption);
    for (const [name, attribute] of dictionary.attributes) this.#add(attribute.observable, attribute.caption ?? name);
  }

  addItems(items: ReadonlyMap<string, SourceItem>, added: Iterable<SourceItem>, kind: 'Class' | 'Object'): void {
    for (const item of added) {
      const caption = captionOf(item, items);
      this.#add(item.observable, caption);
      for (const [name, attribute] of item.attributes) this.#add(attribute.observable, `${caption} ${kind}: ${name}`);
      for (const [path, id] of item.observables ?? []) this.#add(id, `${caption} ${kind}: ${path}`);
    }
  }

  #add(id: number | undefined, caption: string): void {
    if (id === undefined) return;
    const other = this.#captions.get(id);
    if (other !== undefined) {
      throw new OcsfError('schema_invalid', `Observable type id ${id} means both "${other}" and "${caption}".`);
    }
    this.#captions.set(id, caption);
  }
}

function captionOf(item: SourceItem, items: ReadonlyMap<string, SourceItem>): string {
  const parent = items.get(item.extends ?? '');
  return item.caption ?? parent?.caption ?? item.name ?? item.extends ?? '';
}
