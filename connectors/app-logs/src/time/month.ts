const months: ReadonlyMap<string, number> = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, index) => [
    name,
    index + 1,
  ]),
);

/** 1 for `Jan` to 12 for `Dec`; undefined for anything else. */
export function monthNumber(name: string): number | undefined {
  return months.get(name);
}
