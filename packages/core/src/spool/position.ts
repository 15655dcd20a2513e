import type { Cursor } from '@sluice/connector';

/** A place between two records of a spool. */
export interface Position {
  readonly segment: number;
  /** Byte offset of the block that holds the next record, or of the end of what is there. */
  readonly offset: number;
  /** How many records were spooled before this place, ever. */
  readonly ordinal: number;
}

export function positionOf(cursor: Cursor | undefined): Position | undefined {
  if (typeof cursor !== 'object' || cursor === null || Array.isArray(cursor)) return undefined;
  const { segment, offset, ordinal } = cursor as Readonly<Record<string, unknown>>;
  return isCount(segment) && isCount(offset) && isCount(ordinal) ? { segment, offset, ordinal } : undefined;
}

export function cursorOf({ segment, offset, ordinal }: Position): Cursor {
  return { segment, offset, ordinal };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
