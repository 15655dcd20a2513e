import { PhysicalType } from '../encoder/parquet-format.ts';
import { readIntegers } from '../reader/integer-column.ts';
import type { ChunkMetadata, ObjectMetadata } from '../reader/object-metadata.ts';
import type { RandomAccess } from '../reader/random-access.ts';
import { leavesBelow, type SchemaNode } from '../reader/schema-tree.ts';
import { dayBounds } from './check-path.ts';
import { finding, type InspectionFinding } from './rules.ts';

export interface RowFacts {
  readonly findings: readonly InspectionFinding[];
  readonly minTime?: number;
  readonly maxTime?: number;
  readonly classUids: readonly number[];
}

const maxClasses = 16;

/** Rules of the rows themselves, by decoding the columns `time` and `class_uid`. */
export async function checkRows(
  source: RandomAccess,
  metadata: ObjectMetadata,
  eventDay: string | undefined,
): Promise<RowFacts> {
  const times = await readTimes(source, metadata);
  const classUids = await readClasses(source, metadata);
  const findings: InspectionFinding[] = [];
  if (classUids.length > 1)
    findings.push(
      finding(
        'single-class',
        `The rows are of the classes ${classUids.join(', ')}. Write an object for each.`,
        'class_uid',
      ),
    );
  if (times === undefined || times.count === 0) return { findings, classUids };
  if (times.unsortedAt !== undefined)
    findings.push(
      finding(
        'sorted-by-time',
        `Row ${times.unsortedAt} is earlier than the row before it. Sort the rows by time before writing.`,
        'time',
      ),
    );
  const unit = unitOf(times);
  if (unit !== undefined)
    findings.push(
      finding(
        'time-unit',
        `time runs from ${times.min} to ${times.max}, which looks like ${unit}. Write milliseconds since 1970.`,
        'time',
      ),
    );
  if (eventDay !== undefined && unit === undefined) findings.push(...checkDay(times, eventDay));
  return { findings, classUids, minTime: times.min, maxTime: times.max };
}

interface Times {
  count: number;
  min: number;
  max: number;
  unsortedAt: number | undefined;
}

async function readTimes(source: RandomAccess, metadata: ObjectMetadata): Promise<Times | undefined> {
  const leaf = integerLeaf(metadata, 'time');
  if (leaf === undefined) return undefined;
  const times: Times = { count: 0, min: Infinity, max: -Infinity, unsortedAt: undefined };
  let previous = -Infinity;
  for (const chunk of chunksOf(metadata, 'time')) {
    for await (const page of readIntegers(source, chunk, leaf)) {
      for (const value of page) {
        const time = Number(value);
        if (time < previous) times.unsortedAt ??= times.count;
        times.min = Math.min(times.min, time);
        times.max = Math.max(times.max, time);
        times.count++;
        previous = time;
      }
    }
  }
  return times;
}

async function readClasses(source: RandomAccess, metadata: ObjectMetadata): Promise<readonly number[]> {
  const leaf = integerLeaf(metadata, 'class_uid');
  if (leaf === undefined) return [];
  const classes = new Set<number>();
  for (const chunk of chunksOf(metadata, 'class_uid')) {
    for await (const page of readIntegers(source, chunk, leaf)) {
      for (const value of page) {
        if (classes.size < maxClasses) classes.add(Number(value));
      }
    }
  }
  return [...classes];
}

function integerLeaf(metadata: ObjectMetadata, path: string): SchemaNode | undefined {
  const leaf = leavesBelow(metadata.schema).find((node) => node.path === path);
  const isInteger = leaf?.physicalType === PhysicalType.INT32 || leaf?.physicalType === PhysicalType.INT64;
  return isInteger && leaf.maxRepetition === 0 ? leaf : undefined;
}

function chunksOf(metadata: ObjectMetadata, path: string): readonly ChunkMetadata[] {
  return metadata.rowGroups.flatMap((group) => group.chunks.filter((chunk) => chunk.path === path));
}

/** Seconds of this century are below 10^10, its microseconds above 10^14, its nanoseconds above 10^17. */
function unitOf(times: Times): string | undefined {
  const largest = Math.max(Math.abs(times.min), Math.abs(times.max));
  if (times.min > 1e8 && largest < 1e10) return 'seconds';
  if (largest > 1e17) return 'nanoseconds';
  return largest > 1e14 ? 'microseconds' : undefined;
}

function checkDay(times: Times, eventDay: string): readonly InspectionFinding[] {
  const day = dayBounds(eventDay);
  if (day === undefined || (times.min >= day.start && times.max < day.end)) return [];
  const [first, last] = [isoOf(times.min), isoOf(times.max)];
  return [
    finding(
      'event-day-mismatch',
      `eventDay=${eventDay}, but the rows run from ${first} to ${last}. Partition by the UTC day of each event's own time.`,
      'eventDay',
    ),
  ];
}

function isoOf(time: number): string {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : String(time);
}
