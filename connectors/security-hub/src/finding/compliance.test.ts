import { expect, test } from 'vitest';
import { eventOf, finding, valueAt } from '../mapping.fixture.ts';

test.each([
  ['S3.8', 'S3.8'],
  [['S3.8'], 'S3.8'],
  [['S3.8', 'S3.9'], 'S3.1'],
  [[], 'S3.1'],
  [undefined, 'S3.1'],
])('the control %j is %s: only one can be named, or that of the product', (SecurityControlId, control) => {
  const event = eventOf({
    ...finding,
    Compliance: { Status: 'FAILED', SecurityControlId },
    ProductFields: { ControlId: 'S3.1' },
  });
  expect(valueAt(event, 'compliance.control')).toBe(control);
});

test('reasons stand together; the same fields of more findings than OCSF takes stay where they were', () => {
  const reasons = (text: string): unknown => {
    const StatusReasons = [
      { ReasonCode: 'A', Description: text },
      { ReasonCode: 'B', Description: 'two' },
      { ReasonCode: 1 },
    ];
    return eventOf({ ...finding, Compliance: { Status: 'FAILED', StatusReasons } });
  };
  expect(reasons('one')).toMatchObject({
    compliance: { status_code: 'A, B', status_detail: 'one\ntwo' },
    unmapped: { Compliance: { StatusReasons: [{}, {}, { ReasonCode: 1 }] } },
  });
  const long = 'x'.repeat(65_532);
  expect(valueAt(reasons(long), 'compliance.status_detail')).toBeUndefined();
  expect(valueAt(reasons(long), 'unmapped.Compliance.StatusReasons.0.Description')).toBe(long);
});

const standards: readonly [from: string, fields: Readonly<Record<string, unknown>>, expected: readonly string[]][] = [
  [
    'the standards it names',
    { Compliance: { Status: 'FAILED', AssociatedStandards: [{ StandardsId: 'standards/cis' }] } },
    ['standards/cis'],
  ],
  ['their names', { Compliance: { Status: 'FAILED', AssociatedStandards: ['PCI', 'CIS'] } }, ['PCI', 'CIS']],
  ['the ARN of one', { ProductFields: { StandardsArn: 'arn:aws:securityhub:::ruleset/cis/v/1' } }, ['cis/v/1']],
  ['its type', { Types: ['Software and Configuration Checks/Industry and Regulatory Standards/PCI-DSS'] }, ['PCI-DSS']],
  ['nothing', {}, ['unknown']],
];

test.each(standards)('the standards of a check follow from %s', (_, fields, expected) => {
  const event = eventOf({ ...finding, Compliance: { Status: 'FAILED' }, ...fields });
  expect(valueAt(event, 'compliance.standards')).toEqual(expected);
});
