import type { MappedEvent, Origin } from '@sluice/connector';
import type { Clock } from './message/calendar.ts';
import type { SyslogMessage } from './message/message.ts';

/** A message on its way to an event. */
export interface Received {
  readonly message: SyslogMessage;
  /** The text to map: the content, or what stands in `message repeated N times: [ … ]`. */
  readonly text: string;
  /** How often the sender says that it happened; undefined where it says nothing. */
  readonly count?: number;
  readonly origin: Origin;
  /** What times that the text itself states are read by. */
  readonly clock: Clock;
}

/**
 * Maps the messages of one program or device. Undefined where a message is of no class that the program is mapped to:
 * it becomes a generic event, for a wrong class would be a lie.
 */
export type Mapper = (received: Received) => MappedEvent | undefined;
