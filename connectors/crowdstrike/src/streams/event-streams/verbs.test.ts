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

test.each([
  ['create created add upload grant', 1, 1],
  ['get read view list query download export reveal', 2, 2],
  ['update updated change modify set edit assign reset perform', 3, 3],
  ['delete deleted remove revoke', 4, 4],
  ['enable activate', 3, 8],
  ['disable deactivate', 3, 9],
])('%s are %i of an API and %i of an entity', (verbs, ofApi, ofEntity) => {
  for (const verb of verbs.split(' '))
    for (const operation of [`${verb}_policy`, `policy_${verb}`, `${verb}Policy`, verb.toUpperCase()])
      expect([apiVerb(operation), entityVerb(operation)], operation).toEqual([ofApi, ofEntity]);
});
