import { expect, test } from 'vitest';
import { Fields } from '../../falcon/fields.ts';
import { tacticsOf } from './detection-attacks.ts';

function of(event: object): unknown {
  const fields = Fields.of(event);
  return fields === undefined ? undefined : tacticsOf(fields);
}

test('the list stands above the single fields, and what in it names nothing is left out', () => {
  const list = [{ PatternID: 1 }, { TacticID: 'TA0002', Tactic: 'Execution', Technique: 'T', TechniqueID: 'T1203' }, 7];
  expect(of({ MitreAttack: list, Tactic: 'Malware', Technique: 'PUP' })).toEqual([
    { tactic: 'Execution', tacticId: 'TA0002', technique: 'T', techniqueId: 'T1203' },
  ]);
  expect(of({ MitreAttack: [{ PatternID: 1 }], Tactic: 'Malware' })).toMatchObject([{ tactic: 'Malware' }]);
});

test('several with commas belong together where there are as many of each', () => {
  const both = { Tactics: 'A, B', TacticIds: 'TA1,TA2', Techniques: 'X,Y', TechniqueIds: 'T1,T2' };
  expect(of(both)).toEqual([
    { tactic: 'A', tacticId: 'TA1', technique: 'X', techniqueId: 'T1' },
    { tactic: 'B', tacticId: 'TA2', technique: 'Y', techniqueId: 'T2' },
  ]);
  expect(of({ Tactics: 'A,B', Techniques: ['X'], TechniqueIds: '' })).toEqual([
    { tactic: 'A', tacticId: undefined },
    { tactic: 'B', tacticId: undefined },
    { technique: 'X', techniqueId: undefined },
  ]);
});

test('ids that are fewer or more than the names stand by themselves', () => {
  expect(of({ Tactics: 'A', TacticIds: ['TA1', 'TA2'] })).toEqual([
    { tactic: 'A', tacticId: undefined },
    { tactic: undefined, tacticId: 'TA1' },
    { tactic: undefined, tacticId: 'TA2' },
  ]);
  expect(of({ TechniqueIds: 'T1' })).toEqual([{ technique: undefined, techniqueId: 'T1' }]);
});

test.each([
  ['Tactics', ' , ', 0],
  ['Tactics', [], 0],
  ['Tactics', Array(100).fill('A'), 100],
  ['Tactics', Array(101).fill('A'), 0],
])('what %s lists is taken where it is something, and not too much', (name, list, count) => {
  const fields = Fields.of({ [name]: list });
  expect(fields && tacticsOf(fields)).toHaveLength(count);
  expect(fields?.rest()).toEqual(count === 0 ? { [name]: list } : undefined);
});

test('an event that names none has none', () => {
  expect(of({ Tactics: '', Techniques: 5 })).toEqual([]);
});

test('the single fields say no more than the list, and stand nowhere else beside it', () => {
  const single = { Tactic: 'A', TacticId: 'TA1', Technique: 'X', TechniqueId: 'T1' };
  expect(of(single)).toEqual([{ tactic: 'A', tacticId: 'TA1', technique: 'X', techniqueId: 'T1' }]);
  const fields = Fields.of({ ...single, MitreAttack: [{ Tactic: 'B' }] });
  expect(fields && tacticsOf(fields)).toMatchObject([{ tactic: 'B' }]);
  expect(fields?.rest()).toEqual({ MitreAttack: [{ Tactic: 'B' }] });
});

test.each([
  ['tactic', 'Tactic tactic'],
  ['tacticId', 'TacticID TacticId tactic_id'],
  ['technique', 'Technique technique'],
  ['techniqueId', 'TechniqueID TechniqueId technique_id'],
])('the %s of a list is called %s', (key, names) => {
  for (const name of names.split(' '))
    expect(of({ MitreAttack: [{ [name]: 'A' }] }), name).toMatchObject([{ [key]: 'A' }]);
});

test('a list is read to its hundredth attack', () => {
  const list = Array.from({ length: 101 }, (_, at) => ({ Tactic: String(at) }));
  expect(of({ MitreAttack: list })).toHaveLength(100);
});
