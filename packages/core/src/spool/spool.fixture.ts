import { BatchBuilder, type Batch, type ConnectorLog, type Origin } from '@sluice/connector';
import type { Disk } from './disk.fixture.ts';
import { positionOf, type Position } from './position.ts';
import { Spool, type SpoolSettings } from './spool.ts';

export const sender: Origin = { transport: 'tcp', address: '192.0.2.1', port: 40_000 };
export const otherSender: Origin = { transport: 'tcp', address: '192.0.2.2', port: 40_000 };

export function batchOf(
  texts: readonly (string | Buffer)[],
  receivedAt = 1000,
  origins: readonly Origin[] = [sender],
): Batch {
  const builder = new BatchBuilder();
  for (const [index, text] of texts.entries()) {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    builder.add(bytes, 0, bytes.byteLength, origins[index % origins.length] ?? sender);
  }
  return builder.take({ receivedAt });
}

export function textsOf({ bytes, bounds }: Batch): string[] {
  return Array.from({ length: bounds.length / 2 }, (_, record) =>
    Buffer.from(bytes.subarray(bounds[2 * record], bounds[2 * record + 1])).toString(),
  );
}

function originsOf({ origins, originOf, bounds }: Batch): (Origin | undefined)[] {
  return Array.from({ length: bounds.length / 2 }, (_, record) => origins[originOf?.[record] ?? 0]);
}

export interface OpenedSpool {
  readonly spool: Spool;
  readonly lost: Record<string, number>;
  readonly damage: string[];
  readonly warnings: string[];
}

export async function openSpool(
  disk: Disk,
  more: Partial<Pick<SpoolSettings, 'at' | 'options' | 'signal'>> = {},
): Promise<OpenedSpool> {
  const lost: Record<string, number> = {};
  const damage: string[] = [];
  const warnings: string[] = [];
  const log: ConnectorLog = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message) => void warnings.push(message),
    error: () => undefined,
  };
  const spool = await Spool.open({
    files: disk,
    options: {},
    at: undefined,
    log,
    now: () => 5000,
    firstWaitMs: 1,
    signal: new AbortController().signal,
    onLost: (reason, records) => (lost[reason] = (lost[reason] ?? 0) + records),
    onDamage: (place) => void damage.push(place),
    ...more,
  });
  return { spool, lost, damage, warnings };
}

export interface ReadRecord {
  readonly text: string;
  readonly origin: Origin | undefined;
  readonly receivedAt: number;
  /** Where reading goes on after it. */
  readonly after: Position | undefined;
}

/** All that can be read, record by record. */
export async function readAll(spool: Spool): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  for (let read = await spool.next(); read !== undefined; read = await spool.next()) {
    const { batch } = read;
    const origins = originsOf(batch);
    for (const [index, text] of textsOf(batch).entries()) {
      const after = positionOf(batch.cursorAt?.(index));
      records.push({ text, origin: origins[index], receivedAt: batch.receivedAt, after });
    }
  }
  return records;
}
