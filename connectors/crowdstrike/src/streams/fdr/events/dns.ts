import {
  DnsActivityActivityId,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type Actor,
  type DnsActivity,
  type DnsAnswer,
  type DnsQuery,
  type NetworkEndpoint,
} from '@sluice/ocsf/1.3.0';
import { readIp } from '../../../falcon/address.ts';
import type { Fields } from '../../../falcon/fields.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

type Event = Unfinished<DnsActivity> & { actor?: Actor };

const recordTypes: ReadonlyMap<string, string> = new Map([
  ['1', 'A'],
  ['2', 'NS'],
  ['5', 'CNAME'],
  ['6', 'SOA'],
  ['12', 'PTR'],
  ['15', 'MX'],
  ['16', 'TXT'],
  ['28', 'AAAA'],
  ['33', 'SRV'],
  ['35', 'NAPTR'],
  ['43', 'DS'],
  ['46', 'RRSIG'],
  ['47', 'NSEC'],
  ['48', 'DNSKEY'],
  ['52', 'TLSA'],
  ['64', 'SVCB'],
  ['65', 'HTTPS'],
  ['255', 'ANY'],
  ['257', 'CAA'],
]);

/** Response codes by the status that Windows's resolver gives; 9501 says that the name has no record of that type. */
const responseCodes: ReadonlyMap<string, 0 | 1 | 2 | 3 | 4 | 5> = new Map([
  ['0', 0],
  ['9001', 1],
  ['9002', 2],
  ['9003', 3],
  ['9004', 4],
  ['9005', 5],
  ['9501', 0],
]);

/** A name that a process looked up, with the answer where the record has it. */
export const dnsLookup: EventMaker = ({ fields }) => {
  const hostname = fields.text('DomainName');
  if (hostname === undefined) return undefined;
  const answers = answersOf(fields);
  const event: Event = {
    class_uid: 4003,
    activity_id: answers.length > 0 ? DnsActivityActivityId.Traffic : DnsActivityActivityId.Query,
    severity_id: SeverityId.Informational,
    query: queryOf(fields, hostname),
  };
  const source = asker(fields);
  if (source !== undefined) event.src_endpoint = source;
  if (answers.length > 0) event.answers = answers;
  takeStatus(event, fields, answers.length > 0);
  const server = fields.ip('RespondingDnsServer');
  if (server !== undefined) event.dst_endpoint = { ip: server };
  const actor = actorOf(fields);
  if (actor !== undefined) event.actor = actor;
  return event;
};

/** A lookup that was blocked. */
export const dnsBlocked: EventMaker = (record) => {
  const event = dnsLookup(record);
  return event === undefined ? undefined : { ...event, status_id: StatusId.Failure };
};

function asker(fields: Fields): NetworkEndpoint | undefined {
  const uid = fields.text('aid');
  const ip = fields.ip('aip');
  if (uid === undefined && ip === undefined) return undefined;
  const endpoint: NetworkEndpoint = {};
  if (uid !== undefined) endpoint.uid = uid;
  if (ip !== undefined) endpoint.ip = ip;
  return endpoint;
}

function queryOf(fields: Fields, hostname: string): DnsQuery {
  const query: DnsQuery = { hostname };
  const type = fields.peek('RequestType');
  const name = type === undefined ? undefined : recordTypes.get(type);
  if (name !== undefined) {
    fields.take('RequestType');
    query.type = name;
  }
  return query;
}

function takeStatus(event: Event, fields: Fields, hasAnswers: boolean): void {
  const status = fields.peek('QueryStatus');
  const isOfWindows = status !== undefined && fields.peek('event_platform') === 'Win';
  const code = isOfWindows ? responseCodes.get(status) : undefined;
  if (code !== undefined) {
    fields.take('QueryStatus');
    event.rcode_id = code;
    event.status_id = code === 0 ? StatusId.Success : StatusId.Failure;
  } else if (hasAnswers || status === undefined) event.status_id = StatusId.Success;
}

/** Addresses and names of the answer; the first address alone where the record has no list. */
function answersOf(fields: Fields): DnsAnswer[] {
  const answers: DnsAnswer[] = [];
  takeAnswers(answers, fields, 'CNAMERecords', 'CNAME');
  takeAnswers(answers, fields, 'IP4Records', 'A');
  takeAnswers(answers, fields, 'IP6Records', 'AAAA');
  takeFirst(answers, fields, 'FirstIP4Record', 'A');
  takeFirst(answers, fields, 'FirstIP6Record', 'AAAA');
  return answers;
}

function takeAnswers(answers: DnsAnswer[], fields: Fields, name: string, type: 'A' | 'AAAA' | 'CNAME'): void {
  const written = fields.text(name);
  if (written === undefined) return;
  for (const part of written.split(';')) {
    const rdata = part.trim();
    if (rdata !== '') answers.push({ rdata, type });
  }
}

function takeFirst(answers: DnsAnswer[], fields: Fields, name: string, type: 'A' | 'AAAA'): void {
  const first = fields.peek(name);
  if (first === undefined || readIp(first) === undefined) return;
  fields.take(name);
  if (!answers.some(({ rdata }) => rdata === first)) answers.push({ rdata: first, type });
}
