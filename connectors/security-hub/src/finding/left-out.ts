/** An object without the attributes that have no value; undefined where none has one. */
export function present<Shape extends object>(shape: Shape): Shape | undefined {
  let left: Partial<Shape> | undefined;
  for (const name in shape) {
    if (shape[name] !== undefined) (left ??= {})[name] = shape[name];
  }
  return left as Shape | undefined;
}

/** A list, or undefined where it is empty. */
export function some<Item>(list: readonly (Item | undefined)[]): readonly Item[] | undefined {
  const items = list.filter((item) => item !== undefined);
  return items.length === 0 ? undefined : items;
}
