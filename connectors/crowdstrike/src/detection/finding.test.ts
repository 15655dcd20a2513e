import { expect, test } from 'vitest';
import type { DetectionFacts } from './facts.ts';
import { findingOf } from './finding.ts';

const least: DetectionFacts = { uid: 'ind:1', title: 'Something', tactics: [] };

test.each([
  ['Informational', 1],
  ['low', 2],
  ['Medium', 3],
  ['HIGH', 4],
  ['critical', 5],
  ['constructor', 0],
])('a severity named %s is %i', (severityName, id) => {
  expect(findingOf({ ...least, severityName }).severity_id).toBe(id);
});

test('a severity among 100 is the name of its fifth', () => {
  const severities = [1, 19, 20, 39, 40, 59, 60, 79, 80, 100].map((severity) => findingOf({ ...least, severity }));
  expect(severities.map((event) => event.severity_id)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  expect(findingOf({ ...least, severityName: 'other', severity: 80 }).severity_id).toBe(5);
});

test.each([
  [undefined, { activity_id: 1 }],
  ['new', { activity_id: 1, status_id: 1 }],
  ['in_progress', { activity_id: 2, status_id: 2 }],
  ['ignored', { activity_id: 2, status_id: 3 }],
  ['closed', { activity_id: 3, status_id: 4 }],
  ['reopened', { activity_id: 2, status_id: 99, status: 'reopened' }],
])('a status of %s is an activity and a status of OCSF', (status, expected) => {
  const event = findingOf({ ...least, status });
  expect(event).toMatchObject(expected);
  if (!('status' in expected)) expect(event).not.toHaveProperty('status');
});

test('the strongest thing that the sensor did is its disposition', () => {
  const nothing = { isBlocked: false, isFileQuarantined: false, isHostIsolated: false };
  const decided = [
    nothing,
    { ...nothing, isBlocked: true },
    { ...nothing, isBlocked: true, isFileQuarantined: true },
    { isBlocked: true, isFileQuarantined: true, isHostIsolated: true },
  ].map((disposition) => findingOf({ ...least, disposition }));
  expect(decided.map((event) => [event.action_id, event.disposition_id])).toEqual([
    [1, 15],
    [2, 2],
    [2, 3],
    [2, 4],
  ]);
  expect(findingOf(least)).toMatchObject({ action_id: 0, disposition_id: 0 });
});

test('a sub-technique stands with its technique and its tactic', () => {
  const tactics = [
    { tactic: 'Defense Evasion', tacticId: 'TA0005', technique: 'Disable Tools', techniqueId: 'T1562.001' },
    { tactic: 'Execution', technique: 'User Execution', techniqueId: 'T1204' },
    { tacticId: 'CSTA0001' },
    {},
  ];
  expect(findingOf({ ...least, tactics }).finding_info.attacks).toEqual([
    {
      tactic: { name: 'Defense Evasion', uid: 'TA0005' },
      technique: { uid: 'T1562' },
      sub_technique: { name: 'Disable Tools', uid: 'T1562.001' },
    },
    { tactic: { name: 'Execution' }, technique: { name: 'User Execution', uid: 'T1204' } },
    { tactic: { uid: 'CSTA0001' } },
  ]);
  expect(findingOf(least).finding_info).toEqual({ uid: 'ind:1', title: 'Something' });
});

test('the evidence names the process, or else who did it, and both ends', () => {
  const [source, target] = [{ ip: '192.0.2.7' }, { hostname: 'db1' }];
  const [process, user] = [{ pid: 7 }, { name: 'ada' }];
  expect(findingOf({ ...least, process, user, source, target })).toMatchObject({
    actor: { process, user },
    evidences: [{ process, src_endpoint: source, dst_endpoint: target }],
  });
  expect(findingOf({ ...least, user }).evidences).toEqual([{ actor: { user } }]);
  expect(findingOf({ ...least, process }).actor).toEqual({ process });
  expect(findingOf(least)).not.toHaveProperty('evidences');
  expect(findingOf(least)).not.toHaveProperty('actor');
});
