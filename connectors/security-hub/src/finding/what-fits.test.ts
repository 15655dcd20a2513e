import { expect, test } from 'vitest';
import { createRecordMapper } from '../map.ts';
import { eventOf, finding, valueAt } from '../mapping.fixture.ts';

const network = { SourceIpV4: '192.0.2.7', Direction: 'IN' };

/** Values that are near to what an attribute takes, and none; where they stand, and what would have taken them. */
const unfit: readonly [what: string, fields: Readonly<Record<string, unknown>>, attribute: string][] = [
  ['hexadecimal for a number', { Confidence: '0x10' }, 'confidence_score'],
  ['an exponent for a number', { Confidence: '1e1' }, 'confidence_score'],
  ['blanks around a number', { Confidence: ' 7 ' }, 'confidence_score'],
  ['a year alone for a time', { CreatedAt: '2026' }, 'finding_info.created_time'],
  ['a date as people write it for a time', { UpdatedAt: '15 January 2026' }, 'time'],
  ['a name for an address', { Network: { ...network, DestinationIpV4: 'localhost' } }, 'evidences.0.dst_endpoint'],
  ['a word for the address of a card', { Network: { ...network, SourceMac: 'eth0' } }, 'evidences.0.src_endpoint.mac'],
  ['a number for the address of a card', { Network: { ...network, SourceMac: 7 } }, 'evidences.0.src_endpoint.mac'],
  ['no types', { Types: [] }, 'finding_info.types'],
  ['a type of no text', { Types: ['TTPs/Discovery', 7] }, 'finding_info.types'],
  ['a link of no text', { Remediation: { Recommendation: { Url: 7 } } }, 'remediation'],
  ['a tag of no text', { Resources: [{ Id: 'r', Tags: { team: 7 } }] }, 'resources.0.labels'],
  ['no tags', { Resources: [{ Id: 'r', Tags: {} }] }, 'resources.0.labels'],
  [
    'a hash with other letters than those of a hash',
    { Threats: [{ Name: 'Odd', FilePaths: [{ FileName: 'a', Hash: 'z'.repeat(32) }] }] },
    'evidences.0.file.hashes',
  ],
  [
    'a score of no version',
    { Vulnerabilities: [{ Id: 'CVE-2026-1', Cvss: [{ BaseScore: 7.5 }] }] },
    'vulnerabilities.0.cve.cvss',
  ],
  [
    'a version without a score',
    { Vulnerabilities: [{ Id: 'CVE-2026-1', Cvss: [{ Version: '3.1' }] }] },
    'vulnerabilities.0.cve.cvss',
  ],
];

test.each(unfit)('%s is not taken, and stays where it was', (_, fields, attribute) => {
  const event = eventOf({ ...finding, ...fields });
  expect(valueAt(event, attribute)).toBeUndefined();
  const [name = ''] = Object.keys(fields);
  expect(valueAt(event, `unmapped.${name}`)).toBeDefined();
});

test('a score too great for a number is not taken', () => {
  const record: unknown = JSON.parse(
    `{"Id":"f","AwsAccountId":"111122223333","Vulnerabilities":[{"Id":"CVE-2026-1","EpssScore":1e999,
      "Cvss":[{"BaseScore":1e999,"Version":"3.1"}]}]}`,
  );
  expect(valueAt(eventOf(record), 'vulnerabilities.0.cve')).toEqual({ uid: 'CVE-2026-1' });
});

test('what a field says of nothing says nothing', () => {
  const event = eventOf({ ...finding, Resources: [{ Id: 'r', Details: null, Tags: null }] });
  expect(event['resources']).toEqual([{ uid: 'r' }]);
  expect(event['unmapped']).toBeUndefined();
});

test('a single tag is a label', () => {
  expect(
    valueAt(eventOf({ ...finding, Resources: [{ Id: 'r', Tags: { team: 'blue' } }] }), 'resources.0.labels'),
  ).toEqual(['team=blue']);
});

test('a field with the name of a prototype stays in unmapped, as a field', () => {
  const event = eventOf(JSON.parse('{"Id":"f","AwsAccountId":"111122223333","__proto__":{"polluted":true}}'));
  expect(JSON.stringify(event['unmapped'])).toBe('{"__proto__":{"polluted":true}}');
  expect(Object.hasOwn({}, 'polluted')).toBe(false);
  expect(Object.getPrototypeOf(event['unmapped'])).toBe(Object.prototype);
});

test.each([
  [
    'only a link',
    { Url: 'https://example.com/fix' },
    { desc: 'https://example.com/fix', references: ['https://example.com/fix'] },
  ],
  ['only a text', { Text: 'Patch it.' }, { desc: 'Patch it.' }],
  [
    'both',
    { Text: 'Patch it.', Url: 'https://example.com/fix' },
    { desc: 'Patch it.', references: ['https://example.com/fix'] },
  ],
  ['neither', { Url: '' }, undefined],
])('a recommendation with %s is a remediation with a description', (_, Recommendation, remediation) => {
  expect(eventOf({ ...finding, Remediation: { Recommendation } })['remediation']).toEqual(remediation);
});

test('code is named by its path where it has no other name', () => {
  const Vulnerabilities = [{ Id: 'CVE-2026-1', CodeVulnerabilities: [{ FilePath: { FilePath: 'src/app.py' } }] }];
  expect(valueAt(eventOf({ ...finding, Vulnerabilities }), 'vulnerabilities.0.affected_code')).toEqual([
    { file: { name: 'src/app.py', path: 'src/app.py', type_id: 1 } },
  ]);
});

test('events say their release and the profiles of their class', () => {
  expect(eventOf(finding).metadata).toMatchObject({ version: '1.3.0', profiles: ['cloud', 'security_control'] });
  expect(eventOf({ ...finding, Compliance: { Status: 'PASSED' } }).metadata).toMatchObject({ profiles: ['cloud'] });
});

test('types that only the provider gave say what a finding is about', () => {
  const classOf = (type: string, more: object = {}): unknown =>
    eventOf({ ...finding, ...more, FindingProviderFields: { Types: [type] } }).class_uid;
  expect(classOf('Software and Configuration Checks/Industry and Regulatory Standards/CIS')).toBe(2003);
  const check = { Compliance: { Status: 'FAILED' }, Vulnerabilities: [{ Id: 'CVE-2026-1' }] };
  expect(classOf('Software and Configuration Checks/Vulnerabilities/CVE', check)).toBe(2002);
  expect(classOf('Effects/Data Exposure', check)).toBe(2003);
});

test('an ARN of a standard that names none does not stand for one', () => {
  const event = eventOf({
    ...finding,
    Types: ['Software and Configuration Checks/Industry and Regulatory Standards/PCI-DSS'],
    ProductFields: { StandardsArn: 'arn:aws:securityhub' },
  });
  expect(valueAt(event, 'compliance.standards')).toEqual(['PCI-DSS']);
});

test('what a rejection quotes of a record has an end', () => {
  const mapRecord = createRecordMapper();
  const long = 'x'.repeat(200);
  expect(mapRecord({ 'detail-type': long })).toMatchObject({
    detail: `The record is an event "${'x'.repeat(80)}" without findings.`,
  });
  expect(mapRecord({ class_uid: 2004, metadata: { version: long } })).toMatchObject({
    detail: `metadata.version "${'x'.repeat(39)} is no release of OCSF.`,
  });
});

test.each([
  [{ PkgName: 'tar', 'Installed Package': '1' }, [{ name: 'tar', version: '1' }]],
  [{ PkgName: 'tar' }, undefined],
  [{ 'Installed Package': '1' }, undefined],
])('a scanner of images that says %j names the packages %j', (Other, packages) => {
  const Types = ['Software and Configuration Checks/Vulnerabilities/CVE'];
  const event = eventOf({ ...finding, Title: 'CVE-2026-12345', Types, Resources: [{ Id: 'r', Details: { Other } }] });
  expect(valueAt(event, 'vulnerabilities.0.affected_packages')).toEqual(packages);
});
