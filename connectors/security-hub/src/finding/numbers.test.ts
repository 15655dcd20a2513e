import type { MappedEvent } from '@sluice/connector';
import { expect, test } from 'vitest';
import { eventOf, finding, valueAt } from '../mapping.fixture.ts';

/** A value somewhere in a finding, under a path of names. */
function within(path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...below] = path.split('.');
  const inner = below.length === 0 ? value : within(below.join('.'), value);
  return name.endsWith('[]') ? { [name.slice(0, -2)]: [inner] } : { [name]: inner };
}

/** Where whole numbers stand, what OCSF makes of them, and what has to stand beside them. */
const numbers: readonly [from: string, to: string, max: number, beside?: Record<string, unknown>][] = [
  ['Confidence', 'confidence_score', 100],
  ['Process.Pid', 'evidences.0.process.pid', 2_147_483_647],
  ['Process.ParentPid', 'evidences.0.process.parent_process.pid', 2_147_483_647, { Pid: 7 }],
  ['Network.SourcePort', 'evidences.0.src_endpoint.port', 65_535, { SourceIpV4: '192.0.2.7' }],
  ['Network.DestinationPort', 'evidences.0.dst_endpoint.port', 65_535, { DestinationIpV6: '2001:db8::7' }],
  ['Vulnerabilities[].VulnerablePackages[].Epoch', packagesAt('epoch'), 2_147_483_647, { Name: 'tar', Version: '1' }],
  [
    'Vulnerabilities[].CodeVulnerabilities[].FilePath.StartLine',
    codeAt('start_line'),
    2_147_483_647,
    { FileName: 'a' },
  ],
  ['Vulnerabilities[].CodeVulnerabilities[].FilePath.EndLine', codeAt('end_line'), 2_147_483_647, { FileName: 'a' }],
];

function packagesAt(name: string): string {
  return `vulnerabilities.0.affected_packages.0.${name}`;
}

function codeAt(name: string): string {
  return `vulnerabilities.0.affected_code.0.${name}`;
}

function withNumber(path: string, number: number, beside: Readonly<Record<string, unknown>>): unknown {
  const at = path.lastIndexOf('.');
  const object = { ...beside, [path.slice(at + 1)]: number };
  const fields = at === -1 ? object : within(path.slice(0, at), object);
  const [vulnerability] = (fields['Vulnerabilities'] ?? []) as readonly object[];
  return { ...finding, ...fields, ...(vulnerability && { Vulnerabilities: [{ Id: 'CVE-2026-1', ...vulnerability }] }) };
}

test.each(numbers)('%s is taken from the least to the greatest that %s may have, and no further', (...row) => {
  const [from, to, max, beside = {}] = row;
  const numberIn = (number: number): unknown => valueAt(eventOf(withNumber(from, number, beside)), to);
  expect([0, 1, max].map(numberIn)).toEqual([0, 1, max]);
  expect([-1, max + 1, 0.5].map(numberIn)).toEqual([undefined, undefined, undefined]);
});

test('ports of an action are taken from 0 to 65535', () => {
  const portsIn = (port: number): unknown => {
    const ports = { RemotePortDetails: { Port: port }, LocalPortDetails: { Port: port } };
    const ips = { RemoteIpDetails: { IpAddressV4: '192.0.2.7' }, LocalIpDetails: { IpAddressV4: '10.0.0.7' } };
    const action = { ConnectionDirection: 'INBOUND', ...ports, ...ips };
    const event = eventOf({ ...finding, Action: { NetworkConnectionAction: action } });
    return ['src', 'dst'].map((side) => valueAt(event, `evidences.0.${side}_endpoint.port`));
  };
  expect([0, 65_535, 65_536, -1].map(portsIn)).toEqual([
    [0, 0],
    [65_535, 65_535],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('the number of a network is taken from 0 on, the criticality from 0 to 100', () => {
  const eventWith = (Asn: number, Criticality: number): MappedEvent => {
    const remote = { RemoteIpDetails: { IpAddressV4: '192.0.2.7', Organization: { Asn } } };
    const action = { Action: { AwsApiCallAction: { Api: 'GetObject', ...remote } } };
    return eventOf({ ...finding, ...action, Criticality, Resources: [{ Id: 'r' }] });
  };
  const systemOf = (event: MappedEvent): unknown => valueAt(event, 'evidences.0.src_endpoint.autonomous_system.number');
  expect([0, 2_147_483_647, -1].map((asn) => systemOf(eventWith(asn, 0)))).toEqual([0, 2_147_483_647, undefined]);
  const criticalityOf = (event: MappedEvent): unknown => valueAt(event, 'resources.0.criticality');
  expect([0, 100, 101].map((score) => criticalityOf(eventWith(1, score)))).toEqual(['0', '100', undefined]);
});

test('a text as long as OCSF takes is taken; a longer one stays in unmapped', () => {
  const longest = 'x'.repeat(65_535);
  expect(valueAt(eventOf({ ...finding, Description: longest }), 'finding_info.desc')).toBe(longest);
  expect(eventOf({ ...finding, Description: `${longest}x` })).toMatchObject({
    unmapped: { Description: `${longest}x` },
  });
});

test('the id of an instance that is longer than OCSF takes is not said of an endpoint', () => {
  const sourceOf = (id: string): unknown =>
    valueAt(
      eventOf({
        ...finding,
        Action: { DnsRequestAction: { Domain: 'example.com' } },
        Resources: [{ Type: 'AwsEc2Instance', Id: `arn:aws:ec2:eu-central-1:111122223333:instance/${id}` }],
      }),
      'evidences.0.src_endpoint.instance_uid',
    );
  expect([sourceOf('i-0abc'), sourceOf(''), sourceOf('x'.repeat(65_536))]).toEqual(['i-0abc', undefined, undefined]);
});
