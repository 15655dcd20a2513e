import type { MappedEvent } from '@sluice/connector';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { deviceType } from '../../events/endpoint.ts';
import { Outcome } from '../../events/frame.ts';
import { scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import { csvValues } from '../../text/csv-values.ts';
import { beginning } from '../../text/phrase.ts';

const start = /^\d{0,20},\d{4}[/-]\d\d[/-]\d\d[ T][\d:.]{8,15},audit,/i;

/**
 * The audit trail of administrators, which has an order of its own: `serial, time, audit, future, gui-op or cli, who, the
 * command, success or failure`.
 */
export function mapAuditTrail(received: Received): MappedEvent | undefined {
  if (!start.test(received.text)) return undefined;
  const [serial = '', written = '', , , how = '', admin = '', command = '', result = ''] = csvValues(received.text);
  if (command === '') return undefined;
  return entityManagement(received, {
    product: { vendor_name: 'Palo Alto Networks', name: 'PAN-OS' },
    eventCode: `AUDIT ${how}`,
    time: scanIsoTimestamp(written, 0, received.clock)?.time,
    originalTime: written,
    device: { uid: serial === '' ? undefined : serial, typeId: deviceType.firewall },
    activityId: /^(?:show|<show)\b/.test(command) ? EntityActivityId.Read : EntityActivityId.Other,
    activityName: /^(?:show|<show)\b/.test(command) ? undefined : how,
    outcome: outcomeOf(result),
    entity: beginning(command, 1024),
    entityType: 'Command',
    actor: { name: admin },
    comment: how,
  });
}

function outcomeOf(word: string): Outcome | undefined {
  if (word === 'success') return Outcome.Success;
  return word.startsWith('fail') ? Outcome.Failure : undefined;
}
