/** An object without the attributes that have no value; undefined where none has one. */
export function present<Shape extends object>(shape: Shape): Shape | undefined {
  const left: Partial<Shape> = {};
  let isEmpty = true;
  for (const name in shape) {
    if (shape[name] === undefined) continue;
    left[name] = shape[name];
    isEmpty = false;
  }
  return isEmpty ? undefined : (left as Shape);
}

/** A list, or undefined where it is empty. */
export function some<Item>(list: readonly (Item | undefined)[]): readonly Item[] | undefined {
  const items = list.filter((item) => item !== undefined);
  return items.length === 0 ? undefined : items;
}
