import { noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import type { Zone } from '../../time/zone.ts';
import { isJsonRecord, type JsonRecord } from './gather.ts';
import { takeUserAgent } from './http-exchange.ts';
import { takeClient, takeClientPort } from './http-parties.ts';
import { takeTime } from './time-field.ts';
import { idOf, textOf } from './values.ts';

type Reader = (facts: Facts, record: JsonRecord, zone: Zone) => void;

/** What reads a record of a product that is all about identities; undefined where it is of none. The fields stay where they are. */
export function identityReader(record: JsonRecord): Reader | undefined {
  if (isOkta(record)) return readOkta;
  if (auth0Log(record) !== undefined) return readAuth0;
  if (isAuthentik(record)) return readAuthentik;
  return isVault(record) ? readVault : undefined;
}

interface Login {
  readonly phase: 'start' | 'end';
  readonly isSuccess?: boolean | undefined;
}

function say(facts: Facts, { phase, isSuccess }: Login): HttpFacts {
  Object.assign(facts, { isAuthentication: true, eventPhase: phase });
  facts.isSuccess ??= isSuccess;
  return (facts.http ??= noHttpFacts());
}

/** An event of Okta's System Log. */
function isOkta({ uuid, published, eventType, actor }: JsonRecord): boolean {
  return [uuid, published, eventType].every((each) => typeof each === 'string') && isJsonRecord(actor);
}

const oktaSteps: ReadonlyMap<unknown, Login['phase']> = new Map<unknown, Login['phase']>([
  ['user.session.start', 'start'],
  ['user.authentication.sso', 'start'],
  ['user.session.end', 'end'],
]);

const oktaResults: ReadonlyMap<unknown, boolean> = new Map([
  ['SUCCESS', true],
  ['ALLOW', true],
  ['FAILURE', false],
  ['DENY', false],
]);

function readOkta(facts: Facts, record: JsonRecord, zone: Zone): void {
  takeTime(facts, record['published'], zone);
  facts.message ??= textOf(record['displayMessage']);
  facts.eventUid ??= textOf(record['uuid']);
  facts.service ??= 'Okta';
  const { outcome, actor, client } = record;
  if (isJsonRecord(outcome)) {
    facts.isSuccess ??= oktaResults.get(outcome['result']);
    facts.eventReason ??= textOf(outcome['reason']);
  }
  const phase = oktaSteps.get(record['eventType']);
  if (phase === undefined || !isJsonRecord(actor) || actor['type'] !== 'User') return;
  const http = say(facts, { phase });
  http.user = textOf(actor['alternateId']);
  http.userUid = textOf(actor['id']);
  if (!isJsonRecord(client)) return;
  takeClient(http, client['ipAddress']);
  const { userAgent } = client;
  if (isJsonRecord(userAgent)) takeUserAgent(http, userAgent['rawUserAgent']);
}

/** The codes that Auth0 gives logins and logouts ("Log Event Type Codes"). */
const auth0Steps: ReadonlyMap<unknown, Login> = new Map<unknown, Login>([
  ['s', { phase: 'start', isSuccess: true }],
  ['f', { phase: 'start', isSuccess: false }],
  ['fp', { phase: 'start', isSuccess: false }],
  ['fu', { phase: 'start', isSuccess: false }],
  ['slo', { phase: 'end', isSuccess: true }],
  ['flo', { phase: 'end', isSuccess: false }],
]);

/** A log event of Auth0, which its streams put into `data`. */
function auth0Log(record: JsonRecord): JsonRecord | undefined {
  const log = isJsonRecord(record['data']) ? record['data'] : record;
  const { log_id: id, type, date, client_id: client, connection, tenant_name: tenant } = log;
  const isLog = [id ?? record['log_id'], type, date].every((each) => typeof each === 'string');
  return isLog && [client, connection, tenant].some((each) => typeof each === 'string') ? log : undefined;
}

function readAuth0(facts: Facts, record: JsonRecord, zone: Zone): void {
  const log = auth0Log(record) ?? record;
  takeTime(facts, log['date'], zone);
  facts.message ??= textOf(log['description']);
  facts.eventUid ??= textOf(log['log_id'] ?? record['log_id']);
  facts.service ??= 'Auth0';
  const step = auth0Steps.get(log['type']);
  if (step === undefined) return;
  const http = say(facts, step);
  if (step.isSuccess === false) facts.eventReason ??= textOf(log['description']);
  http.user ??= textOf(log['user_name']);
  http.userUid ??= textOf(log['user_id']);
  takeClient(http, log['ip']);
  takeUserAgent(http, log['user_agent']);
}

function isAuthentik({ pk, action, app, created }: JsonRecord): boolean {
  const isNamed = typeof pk === 'string' && typeof action === 'string' && typeof created === 'string';
  return isNamed && typeof app === 'string' && app.startsWith('authentik');
}

/** authentik says `login` of those that succeeded. */
function readAuthentik(facts: Facts, { created, action, context }: JsonRecord, zone: Zone): void {
  takeTime(facts, created, zone);
  if (action === 'login') facts.isSuccess ??= true;
  const request = isJsonRecord(context) ? context['http_request'] : undefined;
  if (facts.http !== undefined && isJsonRecord(request)) takeUserAgent(facts.http, request['user_agent']);
}

/** An entry of HashiCorp Vault's audit log. */
function isVault({ type, request, auth, time }: JsonRecord): boolean {
  if ((type !== 'request' && type !== 'response') || !isJsonRecord(request) || typeof time !== 'string') return false;
  return typeof request['operation'] === 'string' && typeof request['path'] === 'string' && isAbsentOrObject(auth);
}

function isAbsentOrObject(value: unknown): boolean {
  return value === undefined || value === null || isJsonRecord(value);
}

const vaultLogin = /^auth\/[^/]{1,128}(?:\/[^/]{1,128}){0,4}?\/login(?:\/([^/]{1,256}))?$/;

/** A login is an update of `auth/…/login`; its answer tells what came of it. */
function readVault(facts: Facts, record: JsonRecord): void {
  facts.service ??= 'vault';
  const { type, request, response, auth, error } = record;
  if (!isJsonRecord(request)) return;
  const match = vaultLogin.exec(String(request['path']));
  if (type !== 'response' || request['operation'] !== 'update' || match === null) return;
  const answer = isJsonRecord(response) ? response : {};
  const isSuccess = vaultOutcome(answer, error);
  if (isSuccess === undefined) return;
  const { metadata, display_name: name, entity_id: uid } = isJsonRecord(auth) ? auth : {};
  const user = (isJsonRecord(metadata) ? textOf(metadata['username']) : undefined) ?? match[1] ?? textOf(name);
  if (user === undefined) return;
  const http = say(facts, { phase: 'start', isSuccess });
  http.user = user;
  http.userUid = textOf(uid);
  http.requestUid ??= idOf(request['id']);
  takeClient(http, request['remote_address']);
  takeClientPort(http, request['remote_port']);
  if (!isSuccess) facts.eventReason ??= textOf(error);
}

/** Undefined where a login goes on: with a second factor, say. */
function vaultOutcome(response: JsonRecord, error: unknown): boolean | undefined {
  const { auth, data } = response;
  if (textOf(error) !== undefined || (isJsonRecord(data) && data['error'] !== undefined)) return false;
  return isJsonRecord(auth) && textOf(auth['client_token']) !== undefined ? true : undefined;
}
