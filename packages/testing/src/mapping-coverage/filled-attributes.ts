import type { Attribute, Catalogue, ObjectDefinition } from '@sluice/ocsf';
import type { CheckedEvent } from './check-event.ts';

type Needed = 'required' | 'recommended';

/** How often an attribute could have been filled, and was. */
interface Filling {
  readonly requirement: Needed;
  filled: number;
  of: number;
}

/** Objects deeper than this are not looked into: OCSF's own recur. */
const maxDepth = 4;

/** What of it the writer fills, or nobody is asked to. */
const notMappers = new Set(['observables', 'unmapped', 'raw_data', 'enrichments']);

/**
 * Counts which required and recommended attributes the events of a class fill: those of the class, and those of each
 * object that an event has.
 */
export class FilledAttributes {
  readonly #catalogue: Catalogue;
  readonly #fillings = new Map<string, Filling>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  add({ event, definition, profiles }: CheckedEvent): void {
    if (definition !== undefined) this.#object(event, definition, { path: '', depth: 1, profiles });
  }

  /** The share of each attribute, by name; those that are always filled too. */
  shares(requirement: Needed): Readonly<Record<string, number>> {
    const wanted = [...this.#fillings].filter(([, filling]) => filling.requirement === requirement);
    const sorted = wanted.toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted.map(([path, { filled, of }]) => [path, share(filled, of)]));
  }

  /** The share over all attributes. */
  total(requirement: Needed): number {
    const wanted = [...this.#fillings.values()].filter((filling) => filling.requirement === requirement);
    const sum = (count: (one: Filling) => number): number => wanted.reduce((all, one) => all + count(one), 0);
    return share(
      sum(({ filled }) => filled),
      sum(({ of }) => of),
    );
  }

  #object(
    object: Readonly<Record<string, unknown>>,
    definition: ObjectDefinition,
    {
      path,
      depth,
      profiles,
    }: { readonly path: string; readonly depth: number; readonly profiles: ReadonlySet<string> },
  ): void {
    for (const attribute of definition.attributes.values()) {
      if (!isOn(attribute, profiles) || (depth === 1 && notMappers.has(attribute.name))) continue;
      const at = path === '' ? attribute.name : `${path}.${attribute.name}`;
      const value = object[attribute.name];
      this.#count(attribute, at, value);
      const inner = this.#catalogue.objects.get(attribute.objectType ?? '');
      if (inner === undefined || inner.attributes.size === 0 || depth >= maxDepth) continue;
      for (const item of Array.isArray(value) ? value : [value])
        if (isObject(item))
          this.#object(item, inner, { path: Array.isArray(value) ? `${at}[]` : at, depth: depth + 1, profiles });
    }
  }

  #count({ requirement }: Attribute, path: string, value: unknown): void {
    if (requirement !== 'required' && requirement !== 'recommended') return;
    const filling = this.#fillings.get(path) ?? { requirement, filled: 0, of: 0 };
    this.#fillings.set(path, filling);
    filling.of++;
    if (isFilled(value)) filling.filled++;
  }
}

function isOn({ profiles }: Attribute, on: ReadonlySet<string>): boolean {
  return profiles === undefined || profiles.some((profile) => on.has(profile));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** A share with four decimals, never rounded up; 1 of nothing. */
export function share(part: number, of: number): number {
  return of === 0 ? 1 : Math.floor((part / of) * 10_000) / 10_000;
}
