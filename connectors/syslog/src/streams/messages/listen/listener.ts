import { setTimeout as wait } from 'node:timers/promises';
import type { Channel, ConnectorLog } from '@sluice/connector';
import type { MessagesConfig } from '../config.ts';

/** A socket that is listening. */
export interface Listener {
  /**
   * Takes no new senders, gives what was already received to the channel, and closes. Senders that go on sending are
   * cut off after half a second.
   */
  drain(): Promise<void>;
  /** Closes at once; what was not given to the channel yet is lost. */
  close(): void;
}

/** What all listeners of a stream share. */
export interface ListenerContext {
  readonly channel: Channel;
  readonly config: MessagesConfig;
  readonly log: ConnectorLog;
  readonly now: () => number;
  readonly reportDropped: (reason: string, records: number) => void;
  /** Whether this sender is to be heard. */
  readonly allows: (address: string) => boolean;
}

const drainQuietMs = 20;
const drainDeadlineMs = 500;

/** Waits until `isQuiet` holds for a moment, or the deadline of a drain has passed. */
export async function untilQuiet(isQuiet: () => boolean): Promise<void> {
  for (let waited = 0; waited < drainDeadlineMs; waited += drainQuietMs) {
    await wait(drainQuietMs);
    if (isQuiet()) return;
  }
}
