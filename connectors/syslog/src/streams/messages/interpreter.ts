import type { Origin } from '@sluice/connector';
import type { MessagesConfig } from './config.ts';
import { createSubnets } from './listen/subnets.ts';
import { createZone, type Zone } from './message/zone.ts';

/** Senders remembered at a time; past that all are forgotten and learnt again. */
const maxSenders = 4096;

/** What a configuration means for reading messages, worked out once. */
export interface Interpreter {
  /** Zone of the timestamps of this sender that state none. */
  zoneOf(origin: Origin): Zone;
}

function createInterpreter(config: MessagesConfig): Interpreter {
  const zone = createZone(config.timezone);
  if (config.senders.length === 0) return { zoneOf: () => zone };
  const senders = config.senders.map((sender) => ({
    subnets: createSubnets([sender.address]),
    zone: createZone(sender.timezone),
  }));
  const known = new Map<string, Zone>();
  return {
    zoneOf({ address }) {
      if (address === undefined) return zone;
      const found = known.get(address);
      if (found !== undefined) return found;
      const learnt = senders.find((sender) => sender.subnets.has(address))?.zone ?? zone;
      if (known.size >= maxSenders) known.clear();
      known.set(address, learnt);
      return learnt;
    },
  };
}

/**
 * The interpreter of a configuration object, made when it is first asked for. A memo of a pure function: it can change
 * how fast a record is mapped, never what it becomes.
 */
const interpreters = new WeakMap<MessagesConfig, Interpreter>();

export function interpreterOf(config: MessagesConfig): Interpreter {
  const known = interpreters.get(config);
  if (known !== undefined) return known;
  const interpreter = createInterpreter(config);
  interpreters.set(config, interpreter);
  return interpreter;
}
