/** Fields of a record that its event has no attribute for: what becomes `unmapped`. */
export type Rest = Record<string, unknown> | undefined;

/**
 * Adds a value to the rest under a name, or under one like it where a field of that name is there already. Gives back
 * the rest, which is made where there was none.
 */
export function keepBeside(rest: Rest, name: string, value: unknown): Record<string, unknown> {
  const kept = rest ?? {};
  let free = name;
  while (Object.hasOwn(kept, free)) free += '_';
  kept[free] = value;
  return kept;
}
