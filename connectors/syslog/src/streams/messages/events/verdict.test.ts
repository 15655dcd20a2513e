import { expect, test } from 'vitest';
import { verdictAttributes, verdictOf } from './verdict.ts';

const allowed = { actionId: 1, dispositionId: 1 };
const blocked = { actionId: 2, dispositionId: 2 };
const dropped = { actionId: 2, dispositionId: 6 };
const detected = { actionId: 1, dispositionId: 15 };
const alerted = { actionId: 1, dispositionId: 19 };

test('a word for an action means what OCSF numbers', () => {
  const meanings: readonly (readonly [string, object])[] = [
    ['accept', allowed],
    ['est-allowed', allowed],
    ['wildcard-allow', allowed],
    ['deny', blocked],
    ['prevented', blocked],
    ['client_block', blocked],
    ['drop', dropped],
    ['clear_session', dropped],
    ['reset-both', { actionId: 2, dispositionId: 21 }],
    ['refused', { actionId: 2, dispositionId: 25 }],
    ['quarantined', { actionId: 2, dispositionId: 3 }],
    ['cleaned', { actionId: 2, dispositionId: 5 }],
    ['alert', alerted],
    ['detected', detected],
    ['log-only', { actionId: 1, dispositionId: 17 }],
    ['no-action', { actionId: 0, dispositionId: 0 }],
    ['', { actionId: 0, dispositionId: 0 }],
    [' REQ_BLOCKED ', blocked],
    ['not blocked', detected],
    ['not-blocked', detected],
  ];
  for (const [word, verdict] of meanings) expect(verdictOf(word), word).toEqual(verdict);
  expect(verdictOf(undefined)).toEqual({ actionId: 0, dispositionId: 0 });
});

test('of several words the first counts, and a denial that follows a mere notice', () => {
  expect(verdictOf('Alert_Deny')).toEqual(blocked);
  expect(verdictOf('detected and dropped')).toEqual(dropped);
  expect(verdictOf('log, then reset')).toEqual({ actionId: 2, dispositionId: 21 });
  expect(verdictOf('blocked by rule 7, alert sent')).toEqual(blocked);
  expect(verdictOf('allow and log')).toEqual(allowed);
});

test.each([
  'failed to block',
  'not quarantined',
  'unable to delete',
  'block: error',
  'would block',
  'could deny',
  'cannot drop',
  'drop exception',
  'no block',
  'block failure',
  'fail block',
  'allow then block',
  'teleported',
])('%s is neither allowed nor denied, and kept as it is', (word) => {
  expect(verdictOf(word)).toEqual({ actionId: 99, dispositionId: 99, word });
});

test('a verdict is told by its numbers, and by its word where it has one of its own', () => {
  expect(verdictAttributes(verdictOf('drop'))).toEqual({ action_id: 2, disposition_id: 6 });
  expect(verdictAttributes(verdictOf(''))).toEqual({ action_id: 0 });
  expect(verdictAttributes(verdictOf('teleported'))).toEqual({
    action_id: 99,
    action: 'teleported',
    disposition_id: 99,
    disposition: 'teleported',
  });
});
