import { SeverityId } from '@sluice/ocsf/1.3.0';
import { reject, type MappedEvent, type Rejection } from '@sluice/connector';
import { authentication } from '../../events/authentication.ts';
import { noFacts, noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import { httpActivity } from '../../events/http-activity.ts';
import { keepBeside, type Rest } from '../../events/left-over.ts';
import type { EventContext } from '../../events/metadata.ts';
import { recordEvent } from '../../events/record-event.ts';
import { userOf } from '../../events/user.ts';
import { addNumbersByShape } from './numbers-by-shape.ts';
import { fieldTree, type FieldTree } from './field-tree.ts';
import { gather, isDeeperThan, type JsonRecord } from './gather.ts';
import { httpFields } from './http-fields.ts';
import { isServersRecord, readOwnShape } from './own-shapes.ts';
import { renderedMessage } from './message-template.ts';
import { recordFields, seeResult } from './record-fields.ts';
import { seeLoginMessage } from '../text/login-message.ts';

const knownFields = fieldTree(recordFields, httpFields);
const ofHttpOnly: FieldTree = fieldTree(httpFields);

/** Objects and lists may lie in each other so deep. */
const maxDepth = 32;

/**
 * The event of a JSON object: Authentication where it says so itself and names the user, HTTP Activity where it states
 * a request's method, its target and the status of the answer, `base_event` otherwise.
 */
export function jsonEvent(
  record: JsonRecord,
  line: string,
  context: EventContext,
  heading?: Facts,
): MappedEvent | Rejection {
  const facts = noFacts();
  const rest = gather(record, knownFields, facts, context.config.zone);
  if (rest !== undefined && isDeeperThan(rest, maxDepth)) {
    return reject('nested_too_deep', `objects lie in each other more than ${maxDepth} deep`);
  }
  if (heading !== undefined) addHeading(facts, heading);
  addDefaults(facts, record);
  readOwnShape(facts, record, context.config.zone);
  const kept = withoutLogger(facts, record, rest);
  seeLoginMessage(facts, renderedMessage(record));
  addLogin(facts, record);
  const { http } = facts;
  if (http === undefined) return recordEvent({ line, facts, rest: kept }, context);
  if (facts.isAuthentication === true) {
    const user = userOf(http);
    const all = saysMoreThanWho(http) ? giveBack(record, kept) : kept;
    if (user !== undefined) return authentication({ line, facts, rest: all, http, user }, context);
  }
  const { method, target, status } = http;
  const isRequest = (method !== undefined && target !== undefined) || isServersRecord(record);
  if (isRequest && status !== undefined) {
    addNumbersByShape(http, record);
    return httpActivity({ line, facts, rest: kept, http, status }, context);
  }
  return recordEvent({ line, facts, rest: giveBack(record, kept) }, context);
}

/** Loggers that give their own name under `name` give a level too: elsewhere it is the name of what the record is about. */
function withoutLogger(facts: Facts, { name }: JsonRecord, rest: Rest): Rest {
  if (facts.level !== undefined || name === undefined || facts.logger !== name) return rest;
  facts.logger = undefined;
  return keepBeside(rest, 'name', name);
}

/** What the heading of a line says stands where the record in it says nothing. */
function addHeading(facts: Facts, heading: Facts): void {
  const { time, timezoneOffset, originalTime, level, severityId, logger, message } = heading;
  if (facts.time === undefined && time !== undefined) Object.assign(facts, { time, timezoneOffset, originalTime });
  if (facts.level === undefined && level !== undefined) Object.assign(facts, { level, severityId });
  facts.logger ??= logger;
  facts.message ??= message;
}

/** Serilog's compact form leaves out the level that most records have. */
function addDefaults(facts: Facts, record: JsonRecord): void {
  const isSerilog = record['@t'] !== undefined && (record['@mt'] ?? record['@m']) !== undefined;
  if (isSerilog && facts.severityId === undefined) facts.severityId = SeverityId.Informational;
}

/** What a login's record names otherwise than a user is the user all the same; a status in words is what came of it. */
function addLogin(facts: Facts, { status }: JsonRecord): void {
  if (facts.isAuthentication !== true) return;
  if (typeof status === 'string') seeResult(facts, status);
  if (facts.loginName === undefined) return;
  const http = (facts.http ??= noHttpFacts());
  if (http.user === undefined && http.userUid === undefined) http.user = facts.loginName;
}

/** Whether the record says of an HTTP request what only HTTP Activity has attributes for. */
function saysMoreThanWho(http: HttpFacts): boolean {
  const { status, responseBytes, contentType, method, query, scheme, serverPort } = http;
  return (status ?? responseBytes ?? contentType ?? method ?? query ?? scheme ?? serverPort) !== undefined;
}

/** Puts the fields back that only an HTTP event has attributes for. */
function giveBack(record: JsonRecord, rest: Rest): Rest {
  const all = rest ?? {};
  for (const name in record) {
    if (ofHttpOnly.has(name)) all[name] = record[name];
  }
  return all;
}
