import { isRejection } from '@sluice/connector';
import { describe, expect, test } from 'vitest';
import { createRecordMapper } from './map.ts';
import { eventOf, finding, valueAt } from './mapping.fixture.ts';

const mapRecord = createRecordMapper();

describe('what a finding is about', () => {
  test.each([
    [
      'its type, before a check that stands in it',
      {
        Types: ['Software and Configuration Checks/Vulnerabilities/CVE'],
        Vulnerabilities: [{ Id: 'CVE-2026-1' }],
        Compliance: { Status: 'FAILED' },
      },
      2002,
    ],
    ['the status of a check', { Types: ['Effects/Data Exposure'], Compliance: { Status: 'PASSED' } }, 2003],
    [
      'a standard in its type',
      { Types: ['Software and Configuration Checks/Industry and Regulatory Standards/CIS'] },
      2003,
    ],
    ['a vulnerability', { Types: ['Anything'], Vulnerabilities: [{ Id: 'CVE-2026-1' }] }, 2002],
    ['a type of vulnerability without one', { Types: ['Software and Configuration Checks/Vulnerabilities'] }, 2004],
    ['nothing else', {}, 2004],
  ])('follows from %s', (_, fields, classUid) => {
    expect(eventOf({ ...finding, ...fields }).class_uid).toBe(classUid);
  });
});

test.each([
  [0, 1],
  [1, 2],
  [39, 2],
  [40, 3],
  [69, 3],
  [70, 4],
  [89, 4],
  [90, 5],
  [100, 5],
  [101, 0],
])('a normalized severity of %i without a label is severity %i', (score, severity) => {
  expect(eventOf({ ...finding, Severity: { Normalized: score } })['severity_id']).toBe(severity);
});

test('a record of which one finding is none is rejected whole, so that no part of it is lost', () => {
  expect(isRejection(mapRecord({ Findings: [finding, 7] }))).toBe(true);
});

test.each([
  [7, 'The record is no JSON object.'],
  [null, 'The record is no JSON object.'],
  [{ 'detail-type': 'Insight Results', detail: {} }, 'The record is an event "Insight Results" without findings.'],
  [{ 'detail-type': 7, detail: 7 }, 'The record is no JSON object.'],
  [[7], 'The record is no JSON object.'],
  [{ Id: 'f' }, 'A finding has an Id and an AwsAccountId or ProductArn.'],
  [{ AwsAccountId: '111122223333' }, 'A finding has an Id and an AwsAccountId or ProductArn.'],
])('%j is no finding, and why is said', (record, detail) => {
  expect(mapRecord(record)).toEqual({ reject: 'not_a_finding', detail });
});

test.each([
  ['its id', { AwsAccountId: '111122223333' }, { uid: '111122223333', type_id: 10 }],
  ['its name', { AwsAccountName: 'sandbox' }, { name: 'sandbox', type_id: 10 }],
  ['neither', {}, undefined],
])('an account is told by %s', (_, fields, account) => {
  const arn = 'arn:aws:securityhub:eu-central-1::product/example/scanner';
  const event = eventOf({ Id: 'f', ProductArn: arn, ...fields });
  expect(valueAt(event, 'cloud')).toEqual({ provider: 'AWS', region: 'eu-central-1', ...(account && { account }) });
  expect(valueAt(event, 'metadata.product')).toMatchObject({ name: 'scanner', vendor_name: 'example', uid: arn });
});

test('a field that no attribute takes stays in unmapped, at any depth', () => {
  const odd = {
    New: { deep: [1, null] },
    Resources: [{ Id: 'r', Extra: 1 }, { Id: 's' }, 'text'],
    Severity: { Label: 'LOW', Product: 3 },
  };
  expect(eventOf({ ...finding, ...odd })['unmapped']).toEqual({
    New: { deep: [1, null] },
    Resources: [{ Extra: 1 }, {}, 'text'],
    Severity: { Product: 3 },
  });
});

test('field names of an attacker are only names', () => {
  const record: unknown = JSON.parse('{"Id":"f","AwsAccountId":"1","__proto__":{"polluted":1},"constructor":{"x":1}}');
  const unmapped = eventOf(record)['unmapped'] as object;
  expect(Object.hasOwn(unmapped, '__proto__')).toBe(true);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
