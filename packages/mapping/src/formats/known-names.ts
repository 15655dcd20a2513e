import type { Fields } from './fields.ts';

/** The name of a field in the order in which records have them: each that can follow is a branch of its own. */
export interface KnownName {
  readonly name: string;
  readonly following: KnownName[];
}

/** Together they bound what records can make a reader remember. */
const maxNames = 1_000;
const maxBranches = 4;
const maxNameLength = 64;

/**
 * Names in the orders that records have had. A record that begins as an earlier one did gets its names from here: nothing is
 * cut out of its text, and on a branch no name comes twice, so nothing has to be asked before a field is set.
 */
export interface KnownNames {
  readonly first: KnownName;
  /** The name that stands at an index, if it is one that follows and the sign comes right after it. */
  at(known: KnownName, text: string, index: number, sign: number): KnownName | undefined;
  /** Remembers a name that is about to be set after all those before it; undefined where it must not be. */
  learn(known: KnownName, name: string, fields: Fields): KnownName | undefined;
}

export function createKnownNames(): KnownNames {
  let count = 0;
  return {
    first: { name: '', following: [] },
    at: followingAt,
    learn({ following }, name, fields) {
      const isFull = following.length >= maxBranches || count >= maxNames;
      if (isFull || name.length > maxNameLength || name in fields || following.some((one) => one.name === name))
        return undefined;
      count++;
      // A text of its own, as keys of objects are: not a piece that holds on to the record.
      const next = { name: Object.keys({ [name]: true })[0]!, following: [] };
      following.push(next);
      return next;
    },
  };
}

function followingAt({ following }: KnownName, text: string, index: number, sign: number): KnownName | undefined {
  for (let branch = 0; branch < following.length; branch++) {
    const known = following[branch]!;
    if (text.charCodeAt(index + known.name.length) === sign && text.startsWith(known.name, index)) return known;
  }
  return undefined;
}
