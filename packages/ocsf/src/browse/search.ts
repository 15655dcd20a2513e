import type { Attribute, Catalogue, ObjectDefinition } from '../catalogue.ts';

/** Something in a catalogue that fits the words. */
export interface SearchHit {
  readonly kind: 'class' | 'object' | 'attribute' | 'enum value';
  readonly name: string;
  readonly caption: string;
  /** Where an attribute or enum value is used: classes and objects by name. */
  readonly usedBy: readonly string[];
  /** Higher is nearer. */
  readonly score: number;
}

/** Words that people say and OCSF abbreviates. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  source: ['src'],
  destination: ['dst'],
  target: ['dst'],
  address: ['ip', 'addr'],
  identifier: ['uid', 'id'],
  command: ['cmd'],
  operating: ['os'],
};

const maxQueryLength = 200;

/**
 * Classes, objects, attributes and enum values for which every word of `query` stands in the name or caption, the
 * nearest first; an abbreviation counts as its word (`source ip` finds `src_endpoint.ip`).
 */
export function searchCatalogue(catalogue: Catalogue, query: string, limit = 50): readonly SearchHit[] {
  const words = query
    .slice(0, maxQueryLength)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const hits = [
    ...[...catalogue.classes.values()].map((item) => definitionHit('class', item, words)),
    ...[...catalogue.objects.values()].map((item) => definitionHit('object', item, words)),
    ...attributeHits(catalogue, words),
  ];
  return hits
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || one.name.localeCompare(other.name))
    .slice(0, limit);
}

function definitionHit(
  kind: 'class' | 'object',
  { name, caption }: ObjectDefinition,
  words: readonly string[],
): SearchHit {
  return { kind, name, caption, usedBy: [], score: scoreOf(words, name, caption) * 2 };
}

function attributeHits(catalogue: Catalogue, words: readonly string[]): readonly SearchHit[] {
  const found = new Map<string, SearchHit & { usedBy: string[] }>();
  const note = (hit: Omit<SearchHit, 'usedBy'>, user: string): void => {
    if (hit.score === 0) return;
    const key = `${hit.kind} ${hit.name} ${hit.caption}`;
    const known = found.get(key) ?? { ...hit, usedBy: [] };
    known.usedBy.push(user);
    found.set(key, known);
  };
  for (const definition of [...catalogue.classes.values(), ...catalogue.objects.values()]) {
    for (const attribute of definition.attributes.values()) noteAttribute(attribute, definition, words, note);
  }
  for (const definition of catalogue.classes.values()) {
    for (const attribute of definition.attributes.values())
      notePaths(attribute, catalogue, words, (hit) => note(hit, definition.name));
  }
  return [...found.values()];
}

function noteAttribute(
  attribute: Attribute,
  definition: ObjectDefinition,
  words: readonly string[],
  note: (hit: Omit<SearchHit, 'usedBy'>, user: string) => void,
): void {
  const { name, caption } = attribute;
  note({ kind: 'attribute', name, caption, score: scoreOf(words, name, caption) }, definition.name);
  if (name === 'type_uid' || name === 'class_uid') return;
  for (const [id, value] of attribute.enum ?? []) {
    const score = scoreOf(words, '', value.caption) / 2;
    note({ kind: 'enum value', name: `${name} ${id}`, caption: value.caption, score }, definition.name);
  }
}

/** Several words can be those of a path: `source ip` is `src_endpoint.ip`. */
function notePaths(
  outer: Attribute,
  catalogue: Catalogue,
  words: readonly string[],
  note: (hit: Omit<SearchHit, 'usedBy'>) => void,
): void {
  if (words.length < 2) return;
  for (const inner of catalogue.objects.get(outer.objectType ?? '')?.attributes.values() ?? []) {
    const isAlone = scoreOf(words, inner.name, inner.caption) > 0 || scoreOf(words, outer.name, outer.caption) > 0;
    if (isAlone) continue;
    const name = `${outer.name}.${inner.name}`;
    const caption = `${outer.caption}: ${inner.caption}`;
    note({ kind: 'attribute', name, caption, score: scoreOf(words, name, caption) });
  }
}

/** 0 where a word is missing; otherwise the more of the name the words are, the more. */
function scoreOf(words: readonly string[], name: string, caption: string): number {
  const parts = `${name} ${caption}`.toLowerCase().split(/[^a-z0-9]+/);
  let score = 0;
  for (const word of words) {
    const best = Math.max(...[word, ...(abbreviations[word] ?? [])].map((spelling) => wordScore(spelling, parts)));
    if (best === 0) return 0;
    score += best;
  }
  return score / words.length / (1 + new Set(parts).size / 10);
}

function wordScore(word: string, parts: readonly string[]): number {
  if (parts.includes(word)) return 1;
  if (parts.some((part) => part.startsWith(word))) return 0.7;
  return word.length > 2 && parts.some((part) => part.includes(word)) ? 0.4 : 0;
}
