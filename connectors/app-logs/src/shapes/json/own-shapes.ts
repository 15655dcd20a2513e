import { noHttpFacts, type Facts } from '../../events/facts.ts';
import { severityOfName, severityOfSyslog } from '../../events/severity.ts';
import { epochTime } from '../../time/epoch.ts';
import { isoTime, offsetMinutes } from '../../time/iso.ts';
import type { Zone } from '../../time/zone.ts';
import { severityOfPostgres } from '../text/layouts.ts';
import { isJsonRecord, type JsonRecord } from './gather.ts';
import { identityReader } from './identity-records.ts';
import { isKubernetesAudit, readKubernetesAudit } from './kubernetes-audit.ts';
import { modSecurityTransaction, readModSecurity } from './modsecurity.ts';
import { takeSeconds, takeTime } from './time-field.ts';
import { takeClient } from './http-parties.ts';
import { textOf } from './values.ts';

/** What fields say whose names mean something else in the records of others: told by the record as a whole. */
export function readOwnShape(facts: Facts, record: JsonRecord, zone: Zone): void {
  const identity = identityReader(record);
  const transaction = modSecurityTransaction(record);
  // PostgreSQL calls its client so.
  if (!isPostgres(record)) facts.service ??= textOf(record['application_name']);
  if (identity !== undefined) identity(facts, record, zone);
  else if (transaction !== undefined) readModSecurity(facts, record, transaction, zone);
  else if (isKubernetesAudit(record)) readKubernetesAudit(facts, record);
  else if (isGelf(record)) readGelf(facts, record);
  else if (isMongo(record)) readMongo(facts, record, zone);
  else if (isPostgres(record)) readPostgres(facts, record);
  else if (isNextcloud(record)) readNextcloud(facts, record);
  else if (typeof record['level_name'] === 'string') readMonolog(facts, record, zone);
  else if (isJsonRecord(record['latencies'])) readKong(facts, record['started_at']);
  else if (isLoguru(record)) readLoguru(facts, record, zone);
  else if (isGrafana(record)) readGrafana(facts, record);
  else readTimeApart(facts, record, zone);
}

/** Times of two fields, or under a name that elsewhere is of something that was made: Google Cloud's, Python's. */
function readTimeApart(facts: Facts, record: JsonRecord, zone: Zone): void {
  const { timestampSeconds, timestampNanos, created, levelname } = record;
  takeSeconds(facts, timestampSeconds, timestampNanos);
  if (typeof created === 'number' && typeof levelname === 'string') takeTime(facts, created, zone);
}

/** loguru's `serialize=True`: the record beside its text. */
function isLoguru({ text, record }: JsonRecord): boolean {
  return typeof text === 'string' && isJsonRecord(record) && isJsonRecord(record['level']);
}

/** The fields themselves stay where they are. */
function readLoguru(facts: Facts, { record }: JsonRecord, zone: Zone): void {
  if (!isJsonRecord(record)) return;
  const { time, level, message, name } = record;
  if (isJsonRecord(time)) takeTime(facts, time['repr'], zone);
  const written = isJsonRecord(level) ? textOf(level['name']) : undefined;
  if (written !== undefined) Object.assign(facts, { level: written, severityId: severityOfName(written) });
  facts.message ??= textOf(message);
  facts.logger ??= textOf(name);
}

/** Grafana's records of requests. */
function isGrafana({ userId, orgId, uname }: JsonRecord): boolean {
  return userId !== undefined && orgId !== undefined && typeof uname === 'string';
}

/** Somebody whom it does not know has the id 0 and no name. */
function readGrafana({ http }: Facts, { uname }: JsonRecord): void {
  if (http === undefined) return;
  if (http.userUid === '0') http.userUid = undefined;
  http.user ??= textOf(uname);
}

/**
 * Whether the record is one that a web server or a proxy makes of each request that it answers: one that nobody could
 * read has neither method nor target.
 */
export function isServersRecord(record: JsonRecord): boolean {
  const isEnvoy = record['response_flags'] !== undefined && record['response_code'] !== undefined;
  const isNginx = record['remote_addr'] !== undefined && record['status'] !== undefined;
  return isEnvoy || (isNginx && (record['request'] ?? record['request_method']) !== undefined);
}

/** GELF, whose levels are those of syslog. */
function isGelf(record: JsonRecord): boolean {
  return record['version'] === '1.1' && typeof record['short_message'] === 'string';
}

function readGelf(facts: Facts, { level }: JsonRecord): void {
  const number = typeof level === 'number' ? level : Number.NaN;
  facts.severityId = severityOfSyslog(number) ?? facts.severityId;
}

/** Monolog's number of a level is on a scale of its own; PHP writes an older one's time as an object. */
function readMonolog(facts: Facts, { level, level_name: name, datetime }: JsonRecord, zone: Zone): void {
  if (typeof level === 'number' && typeof name === 'string')
    facts.severityId = severityOfName(name) ?? facts.severityId;
  const { date, timezone } = isJsonRecord(datetime) ? datetime : {};
  if (facts.time !== undefined || typeof date !== 'string' || typeof timezone !== 'string') return;
  const written = `${date}${timezone === 'UTC' ? 'Z' : timezone}`;
  const time = isoTime(written, zone);
  if (!Number.isNaN(time)) Object.assign(facts, { time, originalTime: date, timezoneOffset: offsetMinutes(written) });
}

/** PostgreSQL's `jsonlog`, and its CSV by the same names. */
function isPostgres({ error_severity: level, session_id: session }: JsonRecord): boolean {
  return typeof level === 'string' && typeof session === 'string';
}

function readPostgres(facts: Facts, { error_severity: level }: JsonRecord): void {
  facts.severityId = severityOfPostgres(String(level)) ?? facts.severityId;
  facts.service ??= 'postgres';
}

const nextcloudLevels = ['debug', 'info', 'warn', 'error', 'fatal'];

function isNextcloud({ reqId, remoteAddr, app, level }: JsonRecord): boolean {
  return (
    typeof reqId === 'string' && typeof remoteAddr === 'string' && typeof app === 'string' && Number.isInteger(level)
  );
}

function readNextcloud(facts: Facts, { level }: JsonRecord): void {
  facts.severityId = severityOfName(nextcloudLevels[Number(level)] ?? '') ?? facts.severityId;
}

/** Kong says when a request began, under a name that elsewhere tells of other things. */
function readKong(facts: Facts, startedAt: unknown): void {
  const time = typeof startedAt === 'number' ? epochTime(startedAt) : Number.NaN;
  if (facts.time === undefined && !Number.isNaN(time)) facts.time = time;
}

/** MongoDB from 4.4 on: `{"t":{"$date":"…"},"s":"I","c":"ACCESS","id":20250,"ctx":"conn1","msg":"…","attr":{…}}`. */
function isMongo({ t, s, c }: JsonRecord): boolean {
  return isJsonRecord(t) && typeof t['$date'] === 'string' && typeof s === 'string' && typeof c === 'string';
}

const mongoLevels: Readonly<Record<string, string>> = { F: 'fatal', E: 'error', W: 'warning', I: 'info', D: 'debug' };

/** The fields themselves stay where they are. */
function readMongo(facts: Facts, { t, s, c, msg, attr }: JsonRecord, zone: Zone): void {
  const written = isJsonRecord(t) ? t['$date'] : undefined;
  const time = typeof written === 'string' ? isoTime(written, zone) : Number.NaN;
  if (typeof written === 'string' && !Number.isNaN(time)) {
    Object.assign(facts, { time, originalTime: written, timezoneOffset: offsetMinutes(written) });
  }
  const level = typeof s === 'string' ? mongoLevels[s.charAt(0)] : undefined;
  if (level !== undefined) Object.assign(facts, { level, severityId: severityOfName(level) });
  facts.service ??= 'mongod';
  if (c === 'ACCESS' && isJsonRecord(attr)) readMongoLogin(facts, msg, attr);
}

const mongoLogins: ReadonlyMap<unknown, boolean> = new Map([
  ['Authentication succeeded', true],
  ['Successfully authenticated', true],
  ['Authentication failed', false],
]);

function readMongoLogin(facts: Facts, message: unknown, attributes: JsonRecord): void {
  const isSuccess = mongoLogins.get(message);
  const user = textOf(attributes['principalName']) ?? textOf(attributes['user']);
  if (isSuccess === undefined || user === undefined) return;
  Object.assign(facts, { isAuthentication: true, isSuccess, eventPhase: 'start' });
  const http = (facts.http ??= noHttpFacts());
  http.user ??= user;
  takeClient(http, attributes['remote'] ?? attributes['client']);
}
