import type { Readable } from 'node:stream';
import { BatchBuilder, type Batch, type ConnectorLog, type ReadContext } from '@sluice/connector';
import { ExportEntries } from '../../journal/export-entries.ts';
import type { StdinConfig } from './config.ts';
import { LineReader } from './line-reader.ts';

/** Yields what comes in, as it comes, until the input ends or nobody wants more. Nothing is read ahead of the lake. */
export async function* readStdin(
  { config, signal, now, log }: ReadContext<StdinConfig>,
  input: Readable = process.stdin,
): AsyncGenerator<Batch, void, undefined> {
  if (signal.aborted) return;
  const stop = (): void => void input.destroy();
  signal.addEventListener('abort', stop);
  const reader = config.framing === 'lines' ? new LineReader(config.maxLineBytes) : journalReader(log);
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      const records = reader.push(chunk);
      if (records.length > 0) yield batchOf(records, now());
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  const last = reader.flush();
  if (last !== undefined) yield batchOf([last], now());
}

function journalReader(log: ConnectorLog): Pick<LineReader, 'push' | 'flush'> {
  const entries = new ExportEntries();
  const flush = (): Uint8Array | undefined => {
    const last = entries.flush();
    if (last?.isCut === true) log.warn('the input ends within a field: its last entry may lack something');
    return last?.json;
  };
  return { push: (bytes) => entries.push(bytes).map(({ json }) => json), flush };
}

function batchOf(records: readonly Uint8Array[], receivedAt: number): Batch {
  const builder = new BatchBuilder();
  const origin = { transport: 'stdin' };
  for (const record of records) builder.add(record, 0, record.length, origin);
  return builder.take({ receivedAt });
}
