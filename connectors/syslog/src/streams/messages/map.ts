import { reject, type MapContext, type MappedEvent, type Rejection } from '@sluice/connector';
import { longestMessageBytes, type MessagesConfig } from './config.ts';
import { interpreterOf } from './interpreter.ts';
import { mapByDevice } from './devices/table.ts';
import { parseMessage } from './message/parse.ts';
import { baseEvent } from './events/base-event.ts';
import type { Received } from './received.ts';
import { mapByProgram } from './programs/table.ts';
import { unwrapRepeated } from './repeated.ts';

/** One message becomes one event: of its program's class where it speaks of one, else a generic one. */
export function mapMessage(record: string, context: MapContext<MessagesConfig>): MappedEvent | Rejection {
  if (record.length > longestMessageBytes) {
    return reject('message_too_long', `${record.length} characters; OCSF strings hold ${longestMessageBytes}.`);
  }
  const clock = { receivedAt: context.receivedAt, zone: interpreterOf(context.config).zoneOf(context.origin) };
  const message = parseMessage(record, clock);
  const received: Received = { message, ...unwrapRepeated(message.content), origin: context.origin, clock };
  return mapByProgram(received) ?? mapByDevice(received) ?? baseEvent(received);
}
