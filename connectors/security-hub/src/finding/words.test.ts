import { expect, test } from 'vitest';
import { eventOf, finding, valueAt } from '../mapping.fixture.ts';

test.each([
  ['Reconnaissance', 'TA0043'],
  ['Resource Development', 'TA0042'],
  ['Initial Access', 'TA0001'],
  ['Execution', 'TA0002'],
  ['Persistence', 'TA0003'],
  ['Privilege Escalation', 'TA0004'],
  ['Defense Evasion', 'TA0005'],
  ['Credential Access', 'TA0006'],
  ['Discovery', 'TA0007'],
  ['Lateral Movement', 'TA0008'],
  ['Collection', 'TA0009'],
  ['Command and Control', 'TA0011'],
  ['Exfiltration', 'TA0010'],
  ['Impact', 'TA0040'],
])('the tactic %s of MITRE ATT&CK is %s', (name, uid) => {
  const attacks = (type: string): unknown => valueAt(eventOf({ ...finding, Types: [type] }), 'finding_info.attacks');
  expect(attacks(`TTPs/${name}/Any`)).toEqual([{ tactic: { uid, name } }]);
  expect(attacks(`Category: ${name}`)).toEqual([{ tactic: { uid, name } }]);
  for (const other of [`Effects/${name}`, `Namespace:${name}`]) expect(attacks(other)).toBeUndefined();
});

test.each([
  ['ADWARE', 1],
  ['BOTNET_AGENT', 3],
  ['COIN_MINER', 13],
  ['EXPLOIT_KIT', 8],
  ['KEYLOGGER', 9],
  ['SPYWARE', 17],
  ['RANSOMWARE', 10],
  ['REMOTE_ACCESS', 11],
  ['ROOTKIT', 15],
  ['TROJAN', 18],
  ['VIRUS', 19],
  ['WORM', 22],
])('malware of type %s is classified as %i, and the word says no more', (type, id) => {
  const event = eventOf({ ...finding, Malware: [{ Name: 'Odd', Type: type }] });
  expect(event['malware']).toEqual([{ name: 'Odd', classification_ids: [id] }]);
  expect(event['unmapped']).toBeUndefined();
});

test.each(['BLENDED_THREAT', 'MACRO', 'POTENTIALLY_UNWANTED'])('malware of type %s is kept by its name', (type) => {
  expect(eventOf({ ...finding, Malware: [{ Name: 'Odd', Type: type }] })['malware']).toEqual([
    { name: 'Odd', classification_ids: [99], classifications: [type] },
  ]);
});

test.each([
  ['FAILED', 3],
  ['PASSED', 1],
  ['WARNING', 2],
  ['NOT_AVAILABLE', 99],
])('a check that is %s has the status %i', (status, id) => {
  expect(valueAt(eventOf({ ...finding, Compliance: { Status: status } }), 'compliance.status_id')).toBe(id);
});

test.each([
  ['NEW', 1],
  ['NOTIFIED', 2],
  ['SUPPRESSED', 3],
  ['RESOLVED', 4],
])('a workflow that is %s has the status %i', (status, id) => {
  expect(eventOf({ ...finding, Workflow: { Status: status } })['status_id']).toBe(id);
});

test.each([
  ['INFORMATIONAL', 1],
  ['LOW', 2],
  ['MEDIUM', 3],
  ['HIGH', 4],
  ['CRITICAL', 5],
])('the label %s is severity %i, also where only the provider gave it', (label, id) => {
  expect(eventOf({ ...finding, Severity: { Label: label } })['severity_id']).toBe(id);
  expect(eventOf({ ...finding, FindingProviderFields: { Severity: { Label: label } } })['severity_id']).toBe(id);
});

test.each([
  [32, 1],
  [40, 2],
  [64, 3],
  [128, 4],
])('a hash of %i digits is of the algorithm %i', (length, id) => {
  const value = 'a'.repeat(length);
  const threat = { Name: 'Odd', FilePaths: [{ FileName: 'odd.bin', Hash: value }] };
  expect(valueAt(eventOf({ ...finding, Threats: [threat] }), 'evidences.0.file.hashes')).toEqual([
    { algorithm_id: id, value },
  ]);
});

test.each([
  ['NEW', 1],
  ['ASSIGNED', 2],
  ['IN_PROGRESS', 2],
  ['RESOLVED', 4],
])('a finding without Workflow has the status %s of WorkflowState as %i', (WorkflowState, status) => {
  expect(eventOf({ ...finding, WorkflowState })).toMatchObject({ status_id: status });
  const Workflow = { Status: 'SUPPRESSED' };
  expect(eventOf({ ...finding, WorkflowState, Workflow })).toMatchObject({ status_id: 3 });
});
