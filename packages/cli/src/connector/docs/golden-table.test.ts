import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goldenTable } from './golden-table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-goldens-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function golden(stream: string, name: string, ...results: readonly object[]): void {
  const fixtures = join(folder, 'src/streams', stream, 'fixtures');
  mkdirSync(fixtures, { recursive: true });
  writeFileSync(join(fixtures, `${name}.log`), 'a record\n');
  writeFileSync(join(fixtures, `${name}.ocsf.json`), JSON.stringify(results));
}

const logon = { class_uid: 3002, class_name: 'Authentication', activity_id: 1, activity_name: 'Logon', time: 1 };

test('a class and activity has one row, with what any of its events fills and the cases that show it', () => {
  golden('door-log', 'accepted', { ...logon, status_id: 1, status: 'Success', user: { name: 'ada' } });
  golden(
    'door-log',
    'failed',
    { ...logon, status: 'Failure', auth_protocol_id: 99, auth_protocol: 'badge' },
    { skip: 'x' },
  );
  golden('door-log', 'other', { ...logon, activity_name: 'Logoff', logon_type_id: 2 });
  expect(goldenTable(folder, 'door_log').split('\n').slice(2)).toEqual([
    '| Authentication (3002) | Logoff | | `logon_type_id` | other |',
    '| Authentication (3002) | Logon | Failure, Success | `auth_protocol`, `user` | accepted, failed |',
  ]);
});

test('a stream without goldens has no table', () => {
  expect(goldenTable(folder, 'doors')).toBe('');
});
