import { reject, type MapContext, type MappedEvent, type Rejection } from '@sluice/connector';
import { longestMessageBytes, type MessagesConfig } from './config.ts';
import { interpreterOf } from './interpreter.ts';
import { parseMessage } from './message/parse.ts';
import { baseEvent } from './programs/base-event.ts';
import type { Received } from './programs/program.ts';
import { mapByProgram } from './programs/table.ts';
import { unwrapRepeated } from './repeated.ts';

/** One message becomes one event: of its program's class where it speaks of one, else a generic one. */
export function mapMessage(record: string, context: MapContext<MessagesConfig>): MappedEvent | Rejection {
  if (record.length > longestMessageBytes) {
    return reject('message_too_long', `${record.length} characters; OCSF strings hold ${longestMessageBytes}.`);
  }
  const zone = interpreterOf(context.config).zoneOf(context.origin);
  const message = parseMessage(record, { receivedAt: context.receivedAt, zone });
  const received: Received = { message, ...unwrapRepeated(message.content), origin: context.origin };
  return mapByProgram(received) ?? baseEvent(received);
}
