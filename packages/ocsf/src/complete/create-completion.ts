import { checkedProfiles } from '../active-attributes.ts';
import type { Catalogue } from '../catalogue.ts';
import { classOf } from '../class-of.ts';
import { maxObservables as defaultMaxObservables } from '../limits.ts';
import { type CompletedObservable, Completion } from './completion.ts';
import type { CompleterCode } from './generate.ts';
import { pathObservables } from './path-observables.ts';
import { PathNode } from './path-node.ts';

export interface CompleterOptions {
  readonly classUid: number;
  readonly profiles: readonly string[];
  /** How many observables are added at most; 0 for none. Default 64. */
  readonly maxObservables?: number;
}

/**
 * Compiles what completes events of one class in place. What it gathered is good until the next event.
 * Throws `class_unknown` or `profile_unknown`.
 */
export function createCompletion(
  catalogue: Catalogue,
  options: CompleterOptions,
  code: CompleterCode,
): (event: Record<string, unknown>) => Completion {
  const definition = classOf(catalogue, options.classUid);
  const profiles = checkedProfiles(catalogue, options.profiles);
  const maxObservables = options.maxObservables ?? defaultMaxObservables;
  const observables = maxObservables > 0;
  const completeObject = code.completerOf(definition, { profiles, observables });
  const addPathObservables = observables ? pathObservables(definition, catalogue.observableTypes) : undefined;
  const completion = new Completion(maxObservables);
  const root = new PathNode('', { kept: 0 });
  return (event) => {
    completion.reset();
    completeObject(event, completion, root, 0);
    addPathObservables?.(event, completion);
    if (completion.observables.length > 0 && Object.isExtensible(event)) addObservables(event, completion.observables);
    return completion;
  };
}

function addObservables(event: Record<string, unknown>, added: readonly CompletedObservable[]): void {
  const existing = event['observables'];
  if (existing === undefined || existing === null) {
    event['observables'] = added;
  } else if (Array.isArray(existing)) {
    const names = new Set(existing.map(nameOf));
    event['observables'] = [...existing, ...added.filter(({ name }) => !names.has(name))];
  }
}

function nameOf(observable: unknown): unknown {
  return typeof observable === 'object' && observable !== null && 'name' in observable ? observable.name : undefined;
}
