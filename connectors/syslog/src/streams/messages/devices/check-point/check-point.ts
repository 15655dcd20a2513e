import type { MappedEvent } from '@sluice/connector';
import { keyValueReader, type Fields } from '@sluice/mapping/formats';
import { applicationLifecycle, LifecycleActivityId } from '../../events/application-lifecycle.ts';
import { baseEvent } from '../../events/base-event.ts';
import { deviceType } from '../../events/endpoint.ts';
import { Outcome, type FrameFacts } from '../../events/frame.ts';
import { epochOfCount } from '../../events/values.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';
import type { CheckPointLog } from './check-point-log.ts';
import { readAudit, readLogon } from './people.ts';
import { readQuotedFields } from './quoted-fields.ts';
import { isNegotiation, readNegotiation } from './negotiations.ts';
import { readFinding, readSession } from './sessions.ts';

/** As the format `splunk` of the Log Exporter has it. */
const readPiped = keyValueReader({ separator: '|', assign: '=' });

/** Undefined where the text is in none of the formats of the Log Exporter but CEF and LEEF, which are read as those. */
export function mapCheckPoint(received: Received): MappedEvent | undefined {
  const { text } = received;
  if (/^\[[A-Za-z_]{2,40}::?"/.test(text)) {
    const fields = readQuotedFields(text);
    return fields === undefined ? undefined : mapCheckPointFields(received, fields);
  }
  if (!/^\|?(?:time|loc|hostname|severity|product|action)=[^|]{0,64}\|/.test(text)) return undefined;
  const fields = readPiped(text.startsWith('|') ? text.slice(1) : text) as Fields | undefined;
  return fields === undefined ? undefined : mapCheckPointFields(received, fields);
}

/** The event of fields that have Check Point's names; undefined where they do not name a blade or an origin. */
export function mapCheckPointFields(received: Received, fields: Fields): MappedEvent | undefined {
  const bag = fieldBag(fields);
  // The VPN's daemon names no blade.
  const blade = bag.take('product') ?? bag.peek('fw_subproduct');
  if (blade === undefined || (bag.peek('origin') ?? bag.peek('loguid') ?? bag.peek('ifdir')) === undefined) {
    return undefined;
  }
  const action = bag.peek('action') ?? '';
  const log: CheckPointLog = {
    received,
    fields: bag,
    blade,
    action,
    head: headOf(received, bag, blade, firstOf(fields['time'])),
  };
  return eventOf(log) ?? baseEvent(received, { ...log.head, unmapped: bag.rest() });
}

/** `time=…` may stand there twice: when it was written, and when it was exported; both are left over then. */
function firstOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}

function headOf(received: Received, fields: FieldBag, blade: string, repeated: string | undefined): FrameFacts {
  const written = fields.take('time') ?? repeated;
  const origin = fields.take('origin');
  return {
    product: { vendor_name: 'Check Point', name: blade },
    time: epochOfCount(written) ?? received.message.time,
    originalTime: written ?? received.message.timestamp,
    eventUid: fields.take('loguid'),
    device: { hostname: received.message.hostname ?? origin, typeId: deviceType.firewall },
  };
}

const logons = /^(?:failed )?log ?(?:in|on|out|off)$/i;
const findingBlades =
  /^(?:SmartDefense|IPS|Anti-?Bot|New Anti Virus|Anti[- ]?Virus|Anti Malware|Threat (?:Emulation|Extraction)|Anti-?Spam.*|Anti Phishing|Zero Phishing|DLP|Forensics|DDoS Protector|Anti-Ransomware|Anti-Exploit|SmartEvent Client)$/i;

function eventOf(log: CheckPointLog): MappedEvent | undefined {
  const { fields, blade, action } = log;
  const operation = fields.peek('operation');
  if (operation !== undefined && (logons.test(operation) || fields.peek('administrator') !== undefined)) {
    return readAudit(log);
  }
  // Identity Awareness renews what it knows of a user.
  const isRenewed = action === 'Update' && (fields.peek('src_user_name') ?? fields.peek('user')) !== undefined;
  if (isRenewed || logons.test(action)) return readLogon(log);
  if (isNegotiation(log)) return readNegotiation(log);
  const isFinding = findingBlades.test(blade) || (fields.peek('attack') ?? fields.peek('malware_family')) !== undefined;
  return isFinding ? readFinding(log) : (readSession(log) ?? readUpdate(log));
}

/** A blade that fetched new signatures. */
function readUpdate({ received, fields, head, blade }: CheckPointLog): MappedEvent | undefined {
  const status = fields.takeFirst('update_status', 'status');
  if (fields.peek('db_ver') === undefined && fields.peek('update_service') === undefined) return undefined;
  return applicationLifecycle(received, {
    ...head,
    words: fields.peek('description'),
    activityId: LifecycleActivityId.Update,
    application: { name: blade, vendor_name: 'Check Point' },
    outcome: /fail/i.test(status ?? '') ? Outcome.Failure : status === 'updated' ? Outcome.Success : undefined,
    statusDetail: status,
    unmapped: fields.rest(),
  });
}
