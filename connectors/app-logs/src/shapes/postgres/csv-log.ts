import type { JsonRecord } from '../json/gather.ts';

const heading = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [A-Z0-9+-]{3,6},/;
const severity = /^(?:DEBUG\d?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC)$/;
const sqlState = /^[0-9A-Z]{5}$/;

/** The columns of `log_destination = csvlog`, by the names that `jsonlog` gives them; later releases have more of them. */
const columns = (
  'timestamp user dbname pid connection_from session_id line_num ps session_start vxid txid error_severity state_code ' +
  'message detail hint internal_query internal_position context statement cursor_position location application_name ' +
  'backend_type leader_pid query_id'
).split(' ');
const fewestColumns = columns.indexOf('application_name') + 1;

/** The record that a line of PostgreSQL's CSV says, as `jsonlog` would say it; undefined for other lines. */
export function readCsvLog(line: string): JsonRecord | undefined {
  if (!heading.test(line)) return undefined;
  const values = csvValues(line);
  if (values === undefined || values.length < fewestColumns || values.length > columns.length) return undefined;
  const said = columns.flatMap((name, at) => {
    const value = values[at] ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const { connection_from: from, ...record } = Object.fromEntries(said);
  if (!severity.test(record['error_severity'] ?? '') || !sqlState.test(record['state_code'] ?? '')) return undefined;
  return { ...record, ...remoteOf(from) };
}

/** `192.0.2.7:52834`, `[local]`. */
function remoteOf(from: string | undefined): JsonRecord {
  if (from === undefined) return {};
  const [, host, port] = /^(.{1,255}):(\d{1,5})$/.exec(from) ?? [];
  return host === undefined ? { remote_host: from } : { remote_host: host, remote_port: Number(port) };
}

const value = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** The values of one line; undefined where a quote has no end in it. */
function csvValues(line: string): readonly string[] | undefined {
  const values: string[] = [];
  value.lastIndex = 0;
  for (let isOpen = true; isOpen;) {
    const match = value.exec(line);
    if (match === null) return undefined;
    const [, quoted, bare = '', comma] = match;
    values.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    isOpen = comma === ',';
  }
  return values;
}
