import { expect, test } from 'vitest';
import { Fields } from '../falcon/fields.ts';
import { listedEvidence } from './listed-evidence.ts';

const sha256 = '3'.repeat(64);
const hashes = [{ algorithm_id: 3, value: sha256 }];

function evidenceOf(detection: object): unknown {
  const fields = Fields.of(detection);
  const evidence = fields === undefined ? undefined : listedEvidence(fields);
  expect(fields?.rest()).toEqual(detection);
  return evidence;
}

const shell = {
  file: {
    name: 'a.exe',
    type_id: 1,
    path: 'C:\\Temp\\a.exe',
    parent_folder: 'C:\\Temp',
    ext: 'exe',
  },
};
const hashed = { file: { ...shell.file, hashes } };

test.each([
  [{ DnsRequests: [{ DomainName: 'bad.example.net', RequestType: 'AAAA', LoadTime: 1 }] }, ['AAAA']],
  [
    { dns_requests: [{ domain_name: 'bad.example.net', request_type: 'A' }, { domain_name: 'bad.example.net' }] },
    ['A', undefined],
  ],
])('names that DNS was asked for: %j', (detection, types) => {
  expect(evidenceOf(detection)).toEqual(
    types.map((type) => ({ query: { hostname: 'bad.example.net', ...(type === undefined ? {} : { type }) } })),
  );
});

test.each([
  [{ ExecutablesWritten: [{ FileName: 'a.exe', FilePath: 'C:\\Temp', SHA256HashData: sha256, Timestamp: 1 }] }, hashed],
  [{ DocumentsAccessed: [{ FileName: 'a.exe', FilePath: 'C:\\Temp\\', SHA256HashData: sha256 }] }, hashed],
  [{ QuarantineFiles: [{ ImageFileName: 'C:\\Temp\\a.exe', SHA256HashData: sha256 }] }, hashed],
  [{ executables_written: [{ filename: 'a.exe', filepath: 'C:\\Temp', sha256 }] }, hashed],
  [{ documents_accessed: [{ filename: 'a.exe', filepath: 'C:\\Temp', sha256 }] }, hashed],
  [{ files_written: [{ filename: 'a.exe', filepath: 'C:\\Temp', sha256 }] }, hashed],
  [{ files_accessed: [{ filename: 'a.exe', filepath: 'C:\\Temp', timestamp: '1' }] }, shell],
  [{ files_accessed: [{ filename: 'a.exe', filepath: 'C:\\Temp', sha256 }] }, hashed],
  [{ quarantined_files: [{ filename: 'C:\\Temp\\a.exe', sha256, state: 'quarantined' }] }, hashed],
])('files: %j', (detection, evidence) => {
  expect(evidenceOf(detection)).toEqual([evidence]);
});

test('processes of the indicators of a lead', () => {
  const uid = '1778476306425098436';
  expect(evidenceOf({ ThreatgraphIndicators: [{ ProcessId: uid, Hostname: 'a' }, { ProcessId: '0' }, {}] })).toEqual([
    { process: { uid } },
  ]);
  expect(evidenceOf({ threatgraph_indicators: [{ process_id: uid }] })).toEqual([{ process: { uid } }]);
});

test('all lists count, one after the other', () => {
  const access = { RemoteAddress: '198.51.100.1', ConnectionDirection: 0 };
  const listed = {
    QuarantineFiles: [{ ImageFileName: 'a' }],
    DnsRequests: [{ DomainName: 'b' }],
    NetworkAccesses: [access],
  };
  expect(evidenceOf(listed)).toEqual([
    { dst_endpoint: { ip: '198.51.100.1' }, connection_info: { direction_id: 2 } },
    { query: { hostname: 'b' } },
    { file: { name: 'a', path: 'a', type_id: 1 } },
  ]);
  expect(evidenceOf({ network_accesses: [{ remote_address: '198.51.100.1', connection_direction: 'IN' }] })).toEqual([
    { src_endpoint: { ip: '198.51.100.1' }, connection_info: { direction_id: 1 } },
  ]);
});

test.each([
  { DnsRequests: 'none' },
  { DnsRequests: ['x', null, 7, [], {}, { DomainName: '' }, { DomainName: 'not a name' }] },
  { ExecutablesWritten: [{}, { FileName: '' }, { SHA256HashData: sha256 }] },
  { NetworkAccesses: {}, network_accesses: [{}] },
  {},
])('what is none is no evidence: %j', (detection) => {
  expect(Fields.of(detection) === undefined ? undefined : evidenceOf({ ...detection, other: 1 })).toEqual([]);
});

test('no more than 50 of a list are evidence', () => {
  expect(evidenceOf({ DnsRequests: Array.from({ length: 200 }, () => ({ DomainName: 'a' })) })).toHaveLength(50);
});
