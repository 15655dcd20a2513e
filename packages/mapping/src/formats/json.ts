import { parseJson } from '@sluice/connector/records';
import type { TextReader } from './fields.ts';

/** Reads JSON; undefined for any other text. */
export const readJson: TextReader = (text) => {
  const first = text.charCodeAt(0);
  if (first !== 123 && first !== 91 && !/^\s*[[{]/.test(text.slice(0, 100))) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
};
