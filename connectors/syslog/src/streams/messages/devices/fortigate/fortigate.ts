import type { MappedEvent } from '@sluice/connector';
import { keyValueReader, type Fields } from '@sluice/mapping/formats';
import { baseEvent } from '../../events/base-event.ts';
import type { Received } from '../../received.ts';
import { fieldBag } from '../../text/field-bag.ts';
import { readEvent } from './events.ts';
import { readLog, type FortigateLog } from './fortigate-event.ts';
import { readTraffic } from './traffic.ts';
import { profiles, readInspected } from './utm.ts';

const read = keyValueReader({ separator: ' ', assign: '=' });
/** As `set format csv` has it. */
const readWithCommas = keyValueReader({ separator: ',', assign: '=' });
const start = /^(?:date|time|devname|devid|logver|timestamp|itime|eventtime|logid|log_id|type|tz|clusterid|vd)=/;

/** Logs of FortiOS in its own format; undefined where a text only looks like one. */
export function mapFortigate(received: Received): MappedEvent | undefined {
  const { text } = received;
  // A search in place of reading all fields: auditd's messages begin with `type=` too.
  if (!start.test(text) || !text.includes('subtype=')) return undefined;
  const fields = (/^[a-z_]{2,10}=[^ ,"]{1,40},/.test(text) ? readWithCommas : read)(text) as Fields | undefined;
  return fields === undefined ? undefined : mapFortigateFields(received, fields);
}

/** The event of fields that have FortiOS's names; undefined where they do not say which log it is. */
export function mapFortigateFields(received: Received, fields: Fields): MappedEvent | undefined {
  const log = readLog(received, fieldBag(fields));
  if (log === undefined) return undefined;
  return eventOf(log) ?? baseEvent(received, { ...log.head, unmapped: log.fields.rest() });
}

function eventOf(log: FortigateLog): MappedEvent | undefined {
  switch (log.type) {
    case 'traffic':
      return readTraffic(log);
    case 'utm':
      return (profiles.get(log.subtype) ?? readInspected)(log);
    case 'event':
      return readEvent(log);
    default:
      return profiles.get(log.type)?.({ ...log, subtype: log.type });
  }
}
