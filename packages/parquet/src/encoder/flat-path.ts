const maxRemembered = 4096;
const maxRememberedLength = 128;

/** How many more names may be remembered. */
interface Room {
  left: number;
}

/**
 * A key of a map that nested objects are flattened into: their keys joined with dots. Remembers its children, so that
 * the same fields of the next record get the same texts, which are then told apart by one comparison.
 */
export class FlatPath {
  /** Of the object itself, the empty text. */
  readonly text: string;
  /** Whether another way of nesting may give the same text. */
  readonly isAmbiguous: boolean;
  readonly #depth: number;
  readonly #room: Room;
  #children: Map<string, FlatPath> | undefined;

  private constructor(text: string, isAmbiguous: boolean, depth: number, room: Room) {
    this.text = text;
    this.isAmbiguous = isAmbiguous;
    this.#depth = depth;
    this.#room = room;
  }

  static root(): FlatPath {
    return new FlatPath('', false, 0, { left: maxRemembered });
  }

  child(key: string): FlatPath {
    return this.#children?.get(key) ?? this.#newChild(key);
  }

  #newChild(key: string): FlatPath {
    const text = this.#depth === 0 ? key : `${this.text}.${key}`;
    const child = new FlatPath(text, key === '' || key.includes('.'), this.#depth + 1, this.#room);
    if (this.#room.left > 0 && key.length <= maxRememberedLength) {
      this.#room.left--;
      (this.#children ??= new Map()).set(key, child);
    }
    return child;
  }
}
