/** What a column of a piece has, as bits. */
export const columnHas = {
  definitions: 1,
  repetitions: 2,
  plain: 4,
  oneCode: 8,
  codes8: 16,
  codes16: 32,
  lengths: 64,
} as const;
