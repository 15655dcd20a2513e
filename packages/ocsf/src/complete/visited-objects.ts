/** More objects than this in one event are not kept. */
const maxKept = 512;
/** So many are compared with each other sooner than put into a set. */
const maxCompared = 24;

/**
 * The objects of one event that were completed. Where one stands in two places, what the second completes may be wrong
 * in the first, which was judged before.
 */
export class VisitedObjects {
  readonly #objects: (object | undefined)[] = [];
  #count = 0;

  reset(): void {
    this.#count = 0;
  }

  add(object: object): void {
    if (this.#count < maxKept) this.#objects[this.#count] = object;
    this.#count++;
  }

  /** False where one was added twice, and where there were too many to know. */
  areDistinct(): boolean {
    const count = this.#count;
    if (count > maxKept) return false;
    const objects = this.#objects;
    if (count > maxCompared) return new Set(objects.slice(0, count)).size === count;
    for (let later = 1; later < count; later++) {
      for (let index = 0; index < later; index++) if (objects[index] === objects[later]) return false;
    }
    return true;
  }
}
