import { ipOf } from '../../events/address.ts';
import { noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import { maxTextLength } from '../../events/metadata.ts';
import type { Zone } from '../../time/zone.ts';
import { isJsonRecord, type JsonRecord } from './gather.ts';
import { takeMethod, takeRequestLine, takeStatus, takeTarget, takeUserAgent, takeVersion } from './http-exchange.ts';
import { takeClient, takeClientPort, takeForwardedFor, takeServer, takeServerPort } from './http-parties.ts';
import { takeTime } from './time-field.ts';
import { idOf, textOf } from './values.ts';

/** The transaction of a record of ModSecurity's audit log in JSON; undefined where the record is none. */
export function modSecurityTransaction(record: JsonRecord): JsonRecord | undefined {
  const { transaction } = record;
  if (!isJsonRecord(transaction)) return undefined;
  const isSecond = typeof transaction['transaction_id'] === 'string' && isJsonRecord(record['request']);
  const isThird = typeof transaction['unique_id'] === 'string' && typeof transaction['client_ip'] === 'string';
  return isSecond || isThird ? transaction : undefined;
}

/** ModSecurity 2 puts request and answer beside the transaction, ModSecurity 3 into it. The fields stay where they are. */
export function readModSecurity(facts: Facts, record: JsonRecord, transaction: JsonRecord, zone: Zone): void {
  facts.service ??= 'ModSecurity';
  if (!takeTime(facts, transaction['time'], zone)) takeTime(facts, transaction['time_stamp'], zone);
  const request = objectIn(transaction, 'request') ?? objectIn(record, 'request') ?? {};
  const response = objectIn(transaction, 'response') ?? objectIn(record, 'response') ?? {};
  const http = (facts.http = noHttpFacts());
  takeRequest(http, request);
  takeStatus(http, response['status'] ?? response['http_code']);
  http.requestUid = idOf(transaction['unique_id'] ?? transaction['transaction_id']);
  takeClient(http, transaction['remote_address'] ?? transaction['client_ip']);
  takeClientPort(http, transaction['remote_port'] ?? transaction['client_port']);
  takeAddress(http, transaction['local_address'] ?? transaction['host_ip']);
  takeServerPort(http, transaction['local_port'] ?? transaction['host_port']);
  facts.message ??= firstMessage(record, transaction)?.slice(0, maxTextLength);
}

function takeRequest(http: HttpFacts, request: JsonRecord): void {
  if (!takeRequestLine(http, request['request_line'])) {
    takeMethod(http, request['method']);
    takeTarget(http, request['uri']);
    const version = request['http_version'];
    takeVersion(http, typeof version === 'number' ? version.toFixed(1) : version);
  }
  for (const [name, value] of Object.entries(objectIn(request, 'headers') ?? {})) {
    const header = name.toLowerCase();
    if (header === 'host') takeServer(http, value);
    else if (header === 'user-agent') takeUserAgent(http, value);
    else if (header === 'x-forwarded-for') takeForwardedFor(http, value);
  }
}

function takeAddress(http: HttpFacts, value: unknown): void {
  const ip = typeof value === 'string' ? ipOf(value) : undefined;
  if (ip !== undefined) http.serverIp = ip;
}

/** What the first rule said that matched. */
function firstMessage(record: JsonRecord, transaction: JsonRecord): string | undefined {
  const messages = transaction['messages'] ?? objectIn(record, 'audit_data')?.['messages'];
  const [first]: readonly unknown[] = Array.isArray(messages) ? messages : [];
  return textOf(isJsonRecord(first) ? first['message'] : first);
}

function objectIn(record: JsonRecord, name: string): JsonRecord | undefined {
  const value = record[name];
  return isJsonRecord(value) ? value : undefined;
}
