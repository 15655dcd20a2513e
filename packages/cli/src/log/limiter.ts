import type { LogEntry } from './levels.ts';

const quietMs = 10_000;
const mostMessages = 1000;

interface Seen {
  passedAt: number;
  suppressed: number;
  entry: LogEntry;
}

/** Lets the same message through at most once in ten seconds, and then says how many were left out. */
export interface LogLimiter {
  /** The entry to write, or undefined when it is one too many. */
  pass(entry: LogEntry): LogEntry | undefined;
  /** Messages that were left out and not yet counted anywhere: to be written at the end. */
  rest(): readonly LogEntry[];
}

export function createLogLimiter(): LogLimiter {
  const seen = new Map<string, Seen>();
  return {
    pass(entry) {
      const key = keyOf(entry);
      const known = seen.get(key);
      if (known !== undefined && entry.time - known.passedAt < quietMs) {
        known.suppressed++;
        known.entry = entry;
        return undefined;
      }
      seen.delete(key);
      if (seen.size >= mostMessages) forgetOldest(seen);
      seen.set(key, { passedAt: entry.time, suppressed: 0, entry });
      return known === undefined || known.suppressed === 0 ? entry : withCount(entry, known.suppressed);
    },
    rest() {
      const left = [...seen.values()].filter(({ suppressed }) => suppressed > 0);
      seen.clear();
      return left.map(({ entry, suppressed }) => withCount(entry, suppressed));
    },
  };
}

/**
 * Messages are constant texts by pipeline; what varies is in the fields. Complaints are the same whatever their fields
 * (a thousand refused senders are one complaint); other lines are the same only when all of them is.
 */
function keyOf({ level, message, fields }: LogEntry): string {
  const key = `${level} ${String(fields['pipeline'])} ${message}`;
  return level === 'warn' || level === 'error' ? key : `${key} ${JSON.stringify(fields)}`;
}

function withCount(entry: LogEntry, suppressed: number): LogEntry {
  return { ...entry, fields: { ...entry.fields, suppressed } };
}

function forgetOldest(seen: Map<string, Seen>): void {
  for (const key of seen.keys()) {
    seen.delete(key);
    return;
  }
}
