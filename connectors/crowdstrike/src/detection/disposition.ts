import type { Disposition } from './facts.ts';

/** What kept something from happening, and what ended it, by the names of both interfaces without case and underscores. */
const preventions = ['operationblocked', 'processblocked', 'registryoperationblocked', 'fsoperationblocked'];
const ends = ['killprocess', 'killparent', 'killsubprocess'];

/** What the flags of a pattern's disposition say, `PatternDispositionFlags` or `pattern_disposition_details`. */
export function dispositionOf(flags: unknown): Disposition | undefined {
  if (typeof flags !== 'object' || flags === null) return undefined;
  const set = new Set<string>();
  for (const [name, value] of Object.entries(flags))
    if (value === true) set.add(name.toLowerCase().replaceAll('_', ''));
  // Such a detection names what a policy would have done that is switched off.
  const isHypothetical = set.has('policydisabled') || set.has('blockingunsupportedordisabled');
  const isEnded = !set.has('killactionfailed') && ends.some((name) => set.has(name));
  return {
    isBlocked: !isHypothetical && (isEnded || preventions.some((name) => set.has(name))),
    isFileQuarantined: set.has('quarantinefile'),
    isHostIsolated: set.has('quarantinemachine'),
  };
}
