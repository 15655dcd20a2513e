/** More objects than this in one event are not kept. */
const maxKept = 256;

/**
 * The objects of one event that were gone into so far. Where one stands in two places, what is written into it in the
 * second may be wrong in the first, which was judged before.
 */
export class VisitedObjects {
  /** A new list for each event: of new objects in an old list V8 has to take note, one by one. */
  #objects: object[] = [];
  #count = 0;

  reset(): void {
    this.#objects = [];
    this.#count = 0;
  }

  add(object: object): void {
    if (this.#count < maxKept) this.#objects.push(object);
    this.#count++;
  }

  /** Whether an object was gone into only once; false where there were too many to know. */
  hasOnce(object: object): boolean {
    const objects = this.#objects;
    let times = this.#count > maxKept ? 2 : 0;
    for (let index = 0; index < objects.length && times < 2; index++) if (objects[index] === object) times++;
    return times < 2;
  }
}
