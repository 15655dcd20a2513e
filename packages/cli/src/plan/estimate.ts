import type { FlushRules } from '@sluice/core';

/** What a sample said of the objects of one source and account. */
export interface MeasuredGroup {
  readonly source: string;
  readonly account: string;
  /** Events of it, for one record of the input. */
  readonly eventsPerRecord: number;
  /** An object of n events weighs about `baseBytes + n × bytesPerEvent`. */
  readonly baseBytes: number;
  readonly bytesPerEvent: number;
}

export interface EstimateInput {
  readonly groups: readonly MeasuredGroup[];
  readonly recordsPerSecond: number;
  readonly rules: FlushRules;
  /** Lanes that make objects of their own. */
  readonly lanes: number;
  /** Whether some records are rejected: each flush then stores an object of dead letters, too. */
  readonly hasRejects: boolean;
  /** USD for 1000 PUT, POST and LIST requests. */
  readonly putPrice: number;
}

interface GroupEstimate {
  readonly source: string;
  readonly account: string;
  readonly eventsPerDay: number;
  readonly objectsPerDay: number;
  readonly objectBytes: number;
  readonly requestsPerDay: number;
}

export interface Estimate {
  readonly groups: readonly GroupEstimate[];
  /** Seconds between two flushes, and the rule that decides it. */
  readonly flushSeconds: number;
  readonly decidedBy: 'max_age' | 'max_size' | 'max_spilled';
  readonly deadLetterObjectsPerDay: number;
  readonly requestsPerDay: number;
  readonly dollarsPerDay: number;
}

const daySeconds = 86_400;
const multipartFrom = 64 * 1024 * 1024;
const partBytes = 16 * 1024 * 1024;

/**
 * What a day of such records makes, at an even rate and with events of the current day: late ones of other days make
 * objects of their own.
 */
export function estimate(input: EstimateInput): Estimate {
  const { rules, lanes, recordsPerSecond, putPrice, hasRejects } = input;
  const groups = input.groups.map((group) => ({ ...group, eventsPerSecond: group.eventsPerRecord * recordsPerSecond }));
  const { seconds, decidedBy } = flushInterval(groups, rules, lanes);
  // A flush is due so long after the first record that came behind the last one.
  const flushSeconds = decidedBy === 'max_age' ? seconds + 1 / recordsPerSecond : seconds;
  const flushes = daySeconds / flushSeconds;
  const estimates = groups.map((group) => {
    const { source, account, eventsPerSecond, baseBytes, bytesPerEvent } = group;
    const perLane = (eventsPerSecond * flushSeconds) / lanes;
    const objectsPerDay = flushes * lanes * (1 - Math.exp(-perLane));
    const eventsPerDay = eventsPerSecond * daySeconds;
    const objectBytes = baseBytes + (eventsPerDay / Math.max(objectsPerDay, 1e-9)) * bytesPerEvent;
    const requestsPerDay = objectsPerDay * requestsOf(objectBytes);
    return { source, account, eventsPerDay, objectsPerDay, objectBytes, requestsPerDay };
  });
  const deadLetterObjectsPerDay = hasRejects ? flushes * lanes : 0;
  const requestsPerDay = estimates.reduce((total, group) => total + group.requestsPerDay, 0) + deadLetterObjectsPerDay;
  return {
    groups: estimates,
    flushSeconds,
    decidedBy,
    deadLetterObjectsPerDay,
    requestsPerDay,
    dollarsPerDay: (requestsPerDay / 1000) * putPrice,
  };
}

interface Rate {
  readonly eventsPerSecond: number;
  readonly bytesPerEvent: number;
}

function flushInterval(
  groups: readonly Rate[],
  { maxAgeMs, maxObjectBytes, maxSpilledBytes }: FlushRules,
  lanes: number,
): { readonly seconds: number; readonly decidedBy: Estimate['decidedBy'] } {
  const rates = groups.map(({ eventsPerSecond, bytesPerEvent }) => (eventsPerSecond * bytesPerEvent) / lanes);
  const all = rates.reduce((total, rate) => total + rate, 0);
  const byAge = { seconds: maxAgeMs / 1000, decidedBy: 'max_age' as const };
  const bySize = { seconds: maxObjectBytes / Math.max(...rates, 1e-9), decidedBy: 'max_size' as const };
  const bySpill = { seconds: maxSpilledBytes / Math.max(all, 1e-9), decidedBy: 'max_spilled' as const };
  const rules = maxSpilledBytes === 0 ? [byAge, bySize] : [byAge, bySize, bySpill];
  return rules.reduce((first, rule) => (rule.seconds < first.seconds ? rule : first));
}

/** Begin, parts and end of an upload in parts; otherwise one. */
function requestsOf(bytes: number): number {
  return bytes < multipartFrom ? 1 : Math.ceil(bytes / partBytes) + 2;
}
