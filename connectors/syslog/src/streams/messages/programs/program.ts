import type { MappedEvent, Origin } from '@sluice/connector';
import type { SyslogMessage } from '../message/message.ts';

/** A message on its way to an event. */
export interface Received {
  readonly message: SyslogMessage;
  /** The text to map: the content, or what stands in `message repeated N times: [ … ]`. */
  readonly text: string;
  /** How often the sender says that it happened; undefined where it says nothing. */
  readonly count: number | undefined;
  readonly origin: Origin;
}

/**
 * Maps the messages of one program. Undefined where a message is of no class that the program is mapped to: it becomes
 * a generic event, for a wrong class would be a lie.
 */
export type ProgramMapper = (received: Received) => MappedEvent | undefined;
