import { createHash } from 'node:crypto';
import type { Cursor } from '@sluice/connector';

/**
 * How far the alerts were read, by the time of their last change. Changes of the last while before that may still turn
 * up, so those that were read of that time are named.
 */
export interface AlertsPosition {
  /** ISO time with all the decimals that the API gives. */
  readonly updated: string;
  /** Versions of alerts that were read, by the time of their change. */
  readonly seen: ReadonlyMap<string, number>;
}

export function startingAt(ms: number): AlertsPosition {
  return { updated: new Date(ms).toISOString(), seen: new Map() };
}

/** Identifies one version of an alert, shortly. */
export function versionKey(compositeId: string, updated: string): string {
  return createHash('sha256').update(`${compositeId}\n${updated}`).digest('base64url').slice(0, 16);
}

export function toCursor({ updated, seen }: AlertsPosition): Cursor {
  return { updated, seen: Object.fromEntries(seen) };
}

/** Undefined where the cursor is none of ours. */
export function fromCursor(cursor: Cursor | undefined): AlertsPosition | undefined {
  if (typeof cursor !== 'object' || cursor === null || !('updated' in cursor)) return undefined;
  const { updated, seen } = cursor;
  if (typeof updated !== 'string' || Number.isNaN(Date.parse(updated)) || typeof seen !== 'object' || seen === null)
    return undefined;
  const entries = Object.entries(seen).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { updated, seen: new Map(entries) };
}

/** The position after these versions; what was seen longer ago than the overlap is forgotten. */
export function movedTo(
  position: AlertsPosition,
  updated: string,
  read: ReadonlyMap<string, number>,
  overlapMs: number,
): AlertsPosition {
  const later = Date.parse(updated) > Date.parse(position.updated) ? updated : position.updated;
  const oldest = Date.parse(later) - 2 * overlapMs;
  const seen = new Map([...position.seen, ...read].filter(([, at]) => at >= oldest));
  return { updated: later, seen };
}
