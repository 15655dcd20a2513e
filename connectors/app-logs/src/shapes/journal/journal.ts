import type { MappedEvent } from '@sluice/connector';
import { SeverityId } from '@sluice/ocsf/1.3.0';
import { ipOf, isHostname } from '../../events/address.ts';
import { applicationLifecycle } from '../../events/application-lifecycle.ts';
import { authentication } from '../../events/authentication.ts';
import { noFacts, noHttpFacts, type Facts } from '../../events/facts.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { recordEvent } from '../../events/record-event.ts';
import type { ReadRecord } from '../../events/read-record.ts';
import { severityOfName, severityOfSyslog } from '../../events/severity.ts';
import { unwrapped } from '../wrapped/wrapped.ts';
import type { JournalRecord } from './journal-record.ts';
import { sshLogin } from './ssh-login.ts';
import { unitStep } from './unit-step.ts';

const levels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

/**
 * The event of an entry of the journal whose message is text: a unit of systemd that started or stopped as Application
 * Lifecycle, a login over SSH as Authentication, everything else as the message says.
 */
export function journalEvent(entry: JournalRecord, line: string, context: EventContext): MappedEvent {
  const facts = factsOf(entry);
  const long = (entry.message ?? '').length > maxTextLength ? { MESSAGE: entry.message } : {};
  const rest = Object.keys(entry.rest).length === 0 && !('MESSAGE' in long) ? undefined : { ...entry.rest, ...long };
  const record = { line, facts, rest };
  const step = unitStep(entry);
  if (step !== undefined) return applicationLifecycle(record, step, context);
  return loginEvent(entry, record, context) ?? recordEvent(record, context);
}

/** The event of what an entry's message is, with what the journal says beside it. */
export function besideEntry(event: MappedEvent, entry: JournalRecord, line: string): MappedEvent {
  const { time, originalTime, identifier: provider, priority, cursor, rest } = entry;
  const fields = priority === undefined ? rest : { PRIORITY: String(priority), ...rest };
  const found = unwrapped(event, { line, time, originalTime, provider, name: 'journal', fields });
  const uid = cursor === undefined ? {} : { uid: cursor };
  const severity = found['severity_id'] === SeverityId.Unknown ? severityOfSyslog(priority ?? -1) : undefined;
  return {
    ...found,
    ...(severity === undefined ? {} : { severity_id: severity }),
    metadata: { ...uid, ...(found['metadata'] as object) },
  };
}

function factsOf(entry: JournalRecord): Facts {
  const facts = noFacts();
  facts.time = entry.time;
  facts.originalTime = entry.originalTime;
  facts.message = entry.message === '' ? undefined : entry.message?.slice(0, maxTextLength);
  facts.service = entry.identifier;
  facts.eventUid = entry.cursor;
  if (entry.priority !== undefined) {
    facts.level = levels[entry.priority];
    facts.severityId = severityOfName(facts.level ?? '');
  }
  return facts;
}

function loginEvent(entry: JournalRecord, record: ReadRecord, context: EventContext): MappedEvent | undefined {
  const login = sshLogin(entry);
  if (login === undefined) return undefined;
  const { facts } = record;
  Object.assign(facts, { isSuccess: login.isSuccess, eventAction: 'login', eventReason: login.method });
  const http = noHttpFacts();
  const ip = ipOf(login.host);
  if (ip !== undefined) http.clientIp = ip;
  else if (isHostname(login.host)) http.clientHostname = login.host;
  http.clientPort = login.port;
  if (entry.hostname !== undefined && isHostname(entry.hostname)) http.serverHostname = entry.hostname;
  return authentication({ ...record, http, user: { name: login.user } }, context);
}
