export const resultFormats = ['table', 'json', 'csv'] as const;

/** How the rows of an answer are written; `json` is one object a line. */
export type ResultFormat = (typeof resultFormats)[number];
