import { SeverityId } from '@sluice/ocsf/1.3.0';
import type { Facts } from '../../events/facts.ts';
import { maxTextLength } from '../../events/metadata.ts';
import { severityOfName, severityOfNumber } from '../../events/severity.ts';
import type { KnownFields } from './field-tree.ts';
import { authenticationWord } from './authentication-words.ts';
import { takeInstant, takeTime, takeWrittenTime } from './time-field.ts';
import { idOf, textOf } from './values.ts';

/**
 * What loggers of all kinds say about a record, under the names that pino, winston, bunyan, log4j2, logback, zap, zerolog,
 * slog, structlog, Serilog and ECS give it.
 */
export const recordFields: KnownFields = [
  [takeTime, ['@timestamp', 'timestamp', 'time', 'ts', 'datetime', '@t', 'timeMillis', 'time_iso8601', 'Timestamp']],
  [takeTime, ['dt', 'dateTime', 'log_time', 'logTime']],
  [takeInstant, ['instant']],
  [takeTime, ['eventTime', 'event_time', 'asctime', 'StartUTC', 'start_time', 'msec']],
  [takeTime, ['time_local', 'date', 'EdgeStartTimestamp', 'requestReceivedTimestamp', 'requestTimeEpoch']],
  [takeWrittenTime, ['requestTime', 't']],
  [takeMessage, ['message', 'msg', 'short_message', '@m', '@mt', 'log', 'Message', 'body', 'fields.message']],
  [takeMessage, ['@message', 'logEvent.message']],
  [takeMessage, ['jsonPayload.message', 'textPayload', 'RenderedMessage']],
  [seeEventThenMessage, ['event']],
  [takeLevel, ['levelName', '@level']],
  [takeLevel, ['level', 'severity', 'log.level', 'loglevel', 'log_level', 'lvl', 'levelname', '@l', 'Level']],
  [takeLevel, ['severity_text', 'severityText', 'level_name', 'logLevel', 'LogLevel', 'error_severity']],
  [takeLogger, ['logger', 'logger_name', 'loggerName', 'log.logger', 'SourceContext', 'name', 'category', 'Category']],
  [takeLogger, ['@module']],
  [takeService, ['service', 'service.name', 'serviceName', 'service_name', 'app', 'application', 'app_name']],
  [takeService, ['appName', 'applicationName', 'dd.service', 'Application']],
  [takeCorrelation, ['trace_id', 'traceId', 'trace.id', 'traceid', 'traceID', 'TraceId', 'dd.trace_id']],
  [takeCorrelation, ['correlation_id', 'correlationId', 'X-Correlation-ID']],
  [takeEventUid, ['event.id']],
  [takeOutcome, ['event.outcome', 'outcome', 'success']],
  [seeCategory, ['event.category']],
  [seePhase, ['event.type']],
  [seeAction, ['event.action', 'action']],
  [
    seeEventName,
    ['event.name', 'event_name', 'eventName', 'event_type', 'eventType', 'evt.name', 'appevent', 'eventid'],
  ],
  [seeTypeOfLogin, ['type']],
  [seeLoginName, ['email', 'user.email', 'userEmail', 'user_email', 'actor.name', 'actor.email', 'UserName', 'login']],
  [seeLoginName, ['context.username', 'context.user', 'uname', 'User', 'actor', 'login_id']],
  [seeReason, ['event.reason']],
  [seeResult, ['result']],
  [takeCloudAccount, ['cloud.account.id', 'aws_account_id', 'awsAccountId', 'accountId', 'account_id']],
  [takeCloudProvider, ['cloud.provider']],
  [takeCloudRegion, ['cloud.region', 'aws_region', 'awsRegion']],
];

function takeMessage(facts: Facts, value: unknown): boolean {
  if (typeof value !== 'string' || facts.message !== undefined) return false;
  if (value === '') return true;
  facts.message = value.slice(0, maxTextLength);
  return value.length <= maxTextLength;
}

/** How much of a request the audit log of Kubernetes shows. */
const auditLevels: ReadonlySet<string> = new Set(['None', 'Metadata', 'Request', 'RequestResponse']);

function takeLevel(facts: Facts, value: unknown): boolean {
  if (facts.level !== undefined) return false;
  if (typeof value === 'number') {
    facts.level = String(value);
    facts.severityId = severityOfNumber(value) ?? SeverityId.Other;
    return true;
  }
  const level = textOf(value);
  if (level === undefined || auditLevels.has(level)) return false;
  facts.level = level;
  facts.severityId = severityOfName(level) ?? SeverityId.Other;
  return true;
}

function takeLogger(facts: Facts, value: unknown): boolean {
  if (facts.logger !== undefined) return false;
  facts.logger = textOf(value);
  return facts.logger !== undefined;
}

const duration = /^\d{1,12}(?:\.\d{1,12})?(?:ns|us|µs|ms|s)$/;

/** Heroku's router says under this name how long the service took; Nextcloud, that there is none. */
function isNoService(value: string): boolean {
  return duration.test(value) || value === 'no app in context';
}

function takeService(facts: Facts, value: unknown): boolean {
  if (facts.service !== undefined || (typeof value === 'string' && isNoService(value))) return false;
  facts.service = textOf(value);
  return facts.service !== undefined;
}

function takeCorrelation(facts: Facts, value: unknown): boolean {
  if (facts.correlationUid !== undefined) return false;
  facts.correlationUid = textOf(value);
  return facts.correlationUid !== undefined;
}

function takeEventUid(facts: Facts, value: unknown): boolean {
  if (facts.eventUid !== undefined) return false;
  facts.eventUid = idOf(value);
  return facts.eventUid !== undefined;
}

const outcomes: ReadonlyMap<unknown, boolean> = new Map([
  ['success', true],
  ['succeeded', true],
  ['failure', false],
  ['failed', false],
]);

function takeOutcome(facts: Facts, value: unknown): boolean {
  const isSuccess = typeof value === 'boolean' ? value : outcomes.get(value);
  if (facts.isSuccess !== undefined || isSuccess === undefined) return false;
  facts.isSuccess = isSuccess;
  return true;
}

/** `event.category` decides on the class; the field itself stays, since it can name more than one. */
function seeCategory(facts: Facts, value: unknown): boolean {
  if (value === 'authentication' || (Array.isArray(value) && value.includes('authentication'))) {
    facts.isAuthentication = true;
  }
  return false;
}

function seePhase(facts: Facts, value: unknown): boolean {
  const types: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (types.includes('start')) facts.eventPhase = 'start';
  else if (types.includes('end')) facts.eventPhase = 'end';
  return false;
}

function seeAction(facts: Facts, value: unknown): boolean {
  const action = textOf(value);
  if (action === undefined) return false;
  facts.eventAction = action;
  seeAuthentication(facts, action);
  return false;
}

/** The name of what happened, which may be a login; it stays in its own field. */
function seeEventName(facts: Facts, value: unknown): boolean {
  if (typeof value === 'string' && seeAuthentication(facts, value)) facts.eventAction ??= value;
  return false;
}

/** Keycloak: `LOGIN`, `LOGIN_ERROR`, `LOGOUT`, in capitals. What others call a type may be one of a page or a form. */
function seeTypeOfLogin(facts: Facts, value: unknown): boolean {
  return typeof value === 'string' && value === value.toUpperCase() ? seeEventName(facts, value) : false;
}

function seeLoginName(facts: Facts, value: unknown): boolean {
  facts.loginName ??= textOf(value);
  return false;
}

const results: ReadonlyMap<unknown, boolean> = new Map([
  ...['success', 'succeeded', 'successful', 'ok', 'allowed', 'granted'].map((word) => [word, true] as const),
  ...['failure', 'failed', 'fail', 'error', 'denied', 'rejected'].map((word) => [word, false] as const),
]);

/** What a login came to; the field stays. */
export function seeResult(facts: Facts, value: unknown): boolean {
  if (typeof value === 'string') facts.loginResult ??= results.get(value.toLowerCase());
  return false;
}

/** structlog calls the message so; the name of a login stays in its own field. */
function seeEventThenMessage(facts: Facts, value: unknown): boolean {
  if (typeof value !== 'string' || !seeAuthentication(facts, value)) return takeMessage(facts, value);
  facts.eventAction ??= value;
  return false;
}

function seeAuthentication(facts: Facts, name: string): boolean {
  const word = authenticationWord(name);
  if (word === undefined) return false;
  facts.isAuthentication = true;
  facts.isSuccess ??= word.isSuccess;
  facts.loginName ??= word.user;
  facts.eventPhase ??= word.phase;
  return true;
}

/** Kept in its own field too: only Authentication has an attribute for it. */
function seeReason(facts: Facts, value: unknown): boolean {
  facts.eventReason = textOf(value);
  return false;
}

const awsAccount = /^\d{12}$/;

function takeCloudAccount(facts: Facts, value: unknown): boolean {
  const id = idOf(value);
  if (facts.cloudAccount !== undefined || id === undefined || !awsAccount.test(id)) return false;
  facts.cloudAccount = id;
  return true;
}

function takeCloudProvider(facts: Facts, value: unknown): boolean {
  const provider = textOf(value);
  if (facts.cloudProvider !== undefined || provider === undefined) return false;
  facts.cloudProvider = provider.toLowerCase() === 'aws' ? 'AWS' : provider;
  return true;
}

function takeCloudRegion(facts: Facts, value: unknown): boolean {
  const region = textOf(value);
  if (facts.cloudRegion !== undefined || region === undefined) return false;
  facts.cloudRegion = region;
  return true;
}
