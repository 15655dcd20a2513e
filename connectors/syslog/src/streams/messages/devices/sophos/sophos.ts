import type { MappedEvent } from '@sluice/connector';
import { keyValueReader, type Fields } from '@sluice/mapping/formats';
import { baseEvent } from '../../events/base-event.ts';
import type { Received } from '../../received.ts';
import { fieldBag } from '../../text/field-bag.ts';
import { readEvent } from './events.ts';
import { readLog, type SophosReader } from './sophos-log.ts';
import { readFinding, readInspected, readMail, readSession } from './traffic.ts';

const read = keyValueReader({ separator: ' ', assign: '=' });
const start = /^device(?:_name)?="[^"]{1,64}" /;

/** By `log_type`; types without a reader are generic events with all their fields. */
const readers: ReadonlyMap<string, SophosReader> = new Map<string, SophosReader>([
  ['Firewall', readSession],
  ['Content Filtering', readInspected],
  ['WAF', readInspected],
  ['SSL', readInspected],
  ['SSL/TLS inspection', readInspected],
  ['IDP', readFinding],
  ['ATP', readFinding],
  ['Anti-Virus', readFinding],
  ['Sandbox', readFinding],
  ['Sandstorm', readFinding],
  ['Zero-day protection', readFinding],
  ['Anti-Spam', readMail],
  ['Event', readEvent],
]);

/** Logs of Sophos Firewall; undefined where the text has no such beginning. */
export function mapSophos(received: Received): MappedEvent | undefined {
  if (!start.test(received.text)) return undefined;
  const fields = read(received.text) as Fields | undefined;
  const log = fields === undefined ? undefined : readLog(received, fieldBag(fields));
  if (log === undefined) return undefined;
  return (
    readers.get(log.type)?.(log) ??
    baseEvent(received, {
      ...log.head,
      unmapped: { log_type: log.type, log_component: log.component, log_subtype: log.subtype, ...log.fields.rest() },
    })
  );
}
