import type { Origin } from '@sluice/connector';
import { plainAddress } from './subnets.ts';

/** Senders remembered at a time; past that all are forgotten and learnt again. */
const maxSenders = 4096;

/** The senders of datagrams. */
export interface Senders {
  /** The same object each time, for as long as the sender is remembered; undefined for one that is not to be heard. */
  originOf(address: string): Origin | undefined;
}

export function createSenders(allows: (address: string) => boolean): Senders {
  const known = new Map<string, Origin | 'refused'>();
  const learn = (address: string): Origin | 'refused' => {
    const plain = plainAddress(address);
    const learnt = allows(plain) ? { transport: 'udp', address: plain } : 'refused';
    if (known.size >= maxSenders) known.clear();
    known.set(address, learnt);
    return learnt;
  };
  return {
    originOf(address) {
      const origin = known.get(address) ?? learn(address);
      return origin === 'refused' ? undefined : origin;
    },
  };
}
