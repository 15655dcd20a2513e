import { setImmediate as reading, setTimeout as wait } from 'node:timers/promises';
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

/** What a listener hears senders by. */
export interface Receiver {
  /** Grows with each read: two equal values mean that nothing came between. */
  readonly chunks: number;
  /** Whether the channel is full and this one waits for it. */
  readonly isWaiting?: boolean;
}

/** Says, each time that it is asked, whether none of them read anything since the last time, and none waits for the channel. */
export function createQuietness(receivers: () => Iterable<Receiver>): () => boolean {
  let before: string | undefined;
  return () => {
    const all = [...receivers()];
    const now = all.map(({ chunks }) => chunks).join();
    const isQuiet = now === before && !all.some(({ isWaiting }) => isWaiting);
    before = now;
    return isQuiet;
  };
}

const drainQuietMs = 20;
/** So often is looked until then: half a second. */
const drainLooks = 25;

/** Waits until `isQuiet` holds for a moment, or the deadline of a drain has passed. */
export async function untilQuiet(isQuiet: () => boolean): Promise<void> {
  for (let looks = drainLooks; looks > 0; looks -= 1) {
    await wait(drainQuietMs);
    // What came while the process was busy is read before the look, not after it.
    await reading();
    if (isQuiet()) return;
  }
}
