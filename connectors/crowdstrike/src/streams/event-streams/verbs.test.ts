import { expect, test } from 'vitest';
import { apiVerb, entityVerb } from './verbs.ts';

test.each([
  ['createUser', 1, 1],
  ['add_group', 1, 1],
  ['reveal_token', 2, 2],
  ['update_policy', 3, 3],
  ['detection_update', 3, 3],
  ['quarantined_file_update', 3, 3],
  ['revokeUserRoles', 4, 4],
  ['deactivateUser', 3, 9],
  ['enablePolicy', 3, 8],
  ['policyEnabled', 99, 99],
  ['streamStarted', 99, 99],
  ['logged', 99, 99],
  ['', 99, 99],
])('%s is %i of an API and %i of an entity', (operation, ofApi, ofEntity) => {
  expect([apiVerb(operation), entityVerb(operation)]).toEqual([ofApi, ofEntity]);
});
