import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writerTrust } from './policies.ts';
import { parseTrust } from './trust.ts';

const encoded = (policy: unknown): string => encodeURIComponent(JSON.stringify(policy));

test('reads accounts, services and external ids, one or several', () => {
  expect(parseTrust(encoded(writerTrust('aws', '444455556666', 'mine')))).toEqual({
    principals: ['444455556666'],
    externalIds: ['mine'],
  });
  const several = {
    Effect: 'Allow',
    Principal: { AWS: ['444455556666', 'arn:aws:iam::777788889999:role/r'], Service: 'glue.amazonaws.com' },
    Condition: { StringEquals: { 'sts:ExternalId': ['a', 'b'] } },
  };
  expect(parseTrust(encoded({ Statement: [several, { Effect: 'Deny', Principal: { AWS: '1' } }] }))).toEqual({
    principals: ['444455556666', '777788889999', 'glue.amazonaws.com'],
    externalIds: ['a', 'b'],
  });
});

test('a document of any other form is no error', () => {
  expect(parseTrust(undefined)).toBeUndefined();
  expect(parseTrust('%')).toBeUndefined();
  fc.assert(fc.property(fc.jsonValue(), (value) => void parseTrust(encoded(value))));
});
