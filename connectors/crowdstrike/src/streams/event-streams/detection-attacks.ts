import type { Tactic } from '../../detection/facts.ts';
import { type Fields, isText } from '../../falcon/fields.ts';

const maxAttacks = 100;
const singleFields = ['Tactic', 'TacticId', 'Technique', 'TechniqueId'];

/**
 * Tactics and techniques of a detection: of the list that newer events have, or of its single fields, or of those that
 * name several with commas.
 */
export function tacticsOf(event: Fields): readonly Tactic[] {
  const listed = listedTactics(event);
  if (listed.length > 0) {
    for (const name of singleFields) event.take(name);
    return listed;
  }
  const single = {
    tactic: event.text('Tactic'),
    tacticId: event.text('TacticId'),
    technique: event.text('Technique'),
    techniqueId: event.text('TechniqueId'),
  };
  return Object.values(single).some((value) => value !== undefined) ? [single] : severalTactics(event);
}

function listedTactics(event: Fields): readonly Tactic[] {
  const list = event.raw('MitreAttack');
  if (!Array.isArray(list)) return [];
  return list.slice(0, maxAttacks).flatMap((item: unknown) => {
    const attack = event.within(item);
    if (attack === undefined) return [];
    const tactic = {
      tactic: attack.first('Tactic', 'tactic'),
      tacticId: attack.first('TacticID', 'TacticId', 'tactic_id'),
      technique: attack.first('Technique', 'technique'),
      techniqueId: attack.first('TechniqueID', 'TechniqueId', 'technique_id'),
    };
    return Object.values(tactic).some((value) => value !== undefined) ? [tactic] : [];
  });
}

/** Tactics and techniques belong together, one by one, only where there are as many of the one as of the other. */
function severalTactics(event: Fields): readonly Tactic[] {
  const tactics = pairs(event, 'Tactics', 'TacticIds').map(([tactic, tacticId]) => ({ tactic, tacticId }));
  const techniques = pairs(event, 'Techniques', 'TechniqueIds').map(([technique, techniqueId]) => ({
    technique,
    techniqueId,
  }));
  if (tactics.length === techniques.length) return tactics.map((tactic, at) => ({ ...tactic, ...techniques[at] }));
  return [...tactics, ...techniques];
}

type Pair = readonly [name: string | undefined, id?: string | undefined];

/** Names with their ids, where as many ids as names are given. */
function pairs(event: Fields, namesField: string, idsField: string): readonly Pair[] {
  const names = textsOf(event, namesField);
  const ids = textsOf(event, idsField);
  if (names.length === ids.length) return names.map((name, at): Pair => [name, ids[at]]);
  return [...names.map((name): Pair => [name]), ...ids.map((id): Pair => [undefined, id])];
}

/** A list of texts, or a text with commas between them. */
export function textsOf(event: Fields, name: string): readonly string[] {
  const value = event.raw(name);
  const list: readonly unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  const texts = list.map((item) => (typeof item === 'string' ? item.trim() : item)).filter(isText);
  if (texts.length === 0 || texts.length > maxAttacks) return [];
  event.take(name);
  return texts;
}
