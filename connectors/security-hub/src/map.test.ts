import { isRejection, type MappedEvent } from '@sluice/connector';
import { describe, expect, test } from 'vitest';
import { createRecordMapper } from './map.ts';

const mapRecord = createRecordMapper();

const finding = { Id: 'f-1', AwsAccountId: '111122223333' };

/** The one event of a record. */
function eventOf(record: unknown): MappedEvent {
  const result = mapRecord(record);
  const [event, ...others]: readonly unknown[] = Array.isArray(result) ? result : [];
  expect(others).toEqual([]);
  return event as MappedEvent;
}

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
