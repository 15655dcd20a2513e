import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';
import { readCsvLog } from './csv-log.ts';

const before = '2026-01-15 12:00:00.101 UTC,"ada","shop",7';
const after = 's.1,2,"idle",2026-01-15 12:00:00 UTC,3/1,0,ERROR,42P01';
const line = `${before},"192.0.2.7:5555",${after},"no ""cart"", nor item",,,,,,"SELECT 1",15,,"psql"`;

test('each column is a field by the name that the log in JSON gives it, and empty ones are none', () => {
  expect(readCsvLog(line)).toEqual({
    timestamp: '2026-01-15 12:00:00.101 UTC',
    user: 'ada',
    dbname: 'shop',
    pid: '7',
    remote_host: '192.0.2.7',
    remote_port: 5555,
    session_id: 's.1',
    line_num: '2',
    ps: 'idle',
    session_start: '2026-01-15 12:00:00 UTC',
    vxid: '3/1',
    txid: '0',
    error_severity: 'ERROR',
    state_code: '42P01',
    message: 'no "cart", nor item',
    statement: 'SELECT 1',
    cursor_position: '15',
    application_name: 'psql',
  });
});

test('a connection may come from no address', () => {
  const local = readCsvLog(line.replace('192.0.2.7:5555', '[local]'));
  expect([local?.['remote_host'], local?.['remote_port']]).toEqual(['[local]', undefined]);
  expect(readCsvLog(line.replace('"192.0.2.7:5555"', ''))).not.toHaveProperty('remote_host');
});

test('columns of later releases are taken, and more than those are not', () => {
  expect(readCsvLog(`${line},"client backend",9,7`)).toMatchObject({ backend_type: 'client backend', query_id: '7' });
  expect(readCsvLog(`${line},"client backend",9,7,8`)).toBeUndefined();
});

test.each([
  ['other CSV', 'a,b,c'],
  ['a column too few', line.slice(0, line.lastIndexOf(','))],
  ['a quote without an end', line.slice(0, -1)],
  ['words behind a quote', line.replace('"psql"', '"psql"x')],
  ['no level', line.replace('ERROR', 'WRONG')],
  ['no state', line.replace('42P01', 'none')],
])('%s is no such line', (_, other) => {
  expect(readCsvLog(other)).toBeUndefined();
});

test.each([
  ['DEBUG2', 1],
  ['LOG', 1],
  ['NOTICE', 2],
  ['WARNING', 3],
  ['ERROR', 4],
  ['FATAL', 4],
  ['PANIC', 5],
])('the level %s is as grave as in the other logs of PostgreSQL', (level, severity) => {
  expect(eventOf(line.replace('ERROR', level))).toMatchObject({
    class_uid: 0,
    severity_id: severity,
    metadata: { log_level: level, log_provider: 'postgres' },
  });
});

test('a level and no session is no log of PostgreSQL', () => {
  expect(eventOf('{"error_severity":"FATAL","message":"a"}')).toMatchObject({ severity_id: 6 });
  expect(eventOf('{"error_severity":"FATAL","message":"a","service":"db","session_id":"s"}')).toMatchObject({
    severity_id: 4,
    metadata: { log_provider: 'db' },
  });
});
