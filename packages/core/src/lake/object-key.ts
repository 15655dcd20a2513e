import { createHash } from 'node:crypto';
import { partitionPath, type Partition } from './partition.ts';

export interface ObjectIdentity {
  /** Pipeline or writer that made it. */
  readonly writer: string;
  readonly source: string;
  readonly partition: Partition;
  /** The input that its rows came from, as text: equal for equal input. */
  readonly range: string;
  /** Hash of the logical rows. */
  readonly rowsHash: string;
}

/**
 * The key of an object follows from what it holds and from which input, never from a clock or a random number: who
 * makes the same object again puts it under the same key. 32 hexadecimal digits, the form of AWS's own objects.
 */
export function objectKey(prefix: string, identity: ObjectIdentity, extension: string): string {
  const { writer, source, partition, range, rowsHash } = identity;
  const digest = createHash('sha256')
    .update(JSON.stringify([writer, source, partition.region, partition.account, partition.eventDay, range, rowsHash]))
    .digest('hex')
    .slice(0, 32);
  return `${prefix}${partitionPath(partition)}${digest}${extension}`;
}
