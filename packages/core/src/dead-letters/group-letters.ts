import type { DeadLetter } from './dead-letter.ts';
import { pipelineOf, type FiledLetter } from './read-letters.ts';

/** Letters that were refused at the same place for the same reason. */
export interface LetterGroup {
  readonly pipeline: string;
  readonly stage: string;
  readonly reason: string;
  /** Attribute that is wrong; empty where it is none. */
  readonly path: string;
  readonly classUid?: number;
  letters: number;
  /** RFC 3339 times of receipt. */
  first: string;
  last: string;
  /** The first of them. */
  readonly sample: DeadLetter;
}

/** More groups than a person reads; the rest is one. */
const mostGroups = 1000;

/** Counts letters by pipeline, stage, reason, class and attribute, the most frequent first. */
export async function groupLetters(letters: AsyncIterable<FiledLetter>): Promise<readonly LetterGroup[]> {
  const groups = new Map<string, LetterGroup>();
  for await (const { letter } of letters) {
    const key = JSON.stringify([pipelineOf(letter), letter.stage, letter.reason, letter.class_uid, letter.path]);
    const known = groups.get(groups.size < mostGroups || groups.has(key) ? key : 'others');
    if (known === undefined) groups.set(groups.size < mostGroups ? key : 'others', groupOf(letter));
    else add(known, letter);
  }
  return [...groups.values()].toSorted((a, b) => b.letters - a.letters);
}

function groupOf(letter: DeadLetter): LetterGroup {
  const { stage, reason, path = '', class_uid: classUid, received_at: at } = letter;
  return {
    pipeline: pipelineOf(letter),
    stage,
    reason,
    path,
    ...(classUid === undefined ? {} : { classUid }),
    letters: 1,
    first: at,
    last: at,
    sample: letter,
  };
}

function add(group: LetterGroup, { received_at: at }: DeadLetter): void {
  group.letters++;
  if (at < group.first) group.first = at;
  if (at > group.last) group.last = at;
}
