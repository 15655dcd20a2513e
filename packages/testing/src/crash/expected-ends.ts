import { isRejection, isSkip, type Connector, type MapResult } from '@sluice/connector';
import { decodeRecord } from '../decode.ts';
import { createEventFinisher } from '../finish-event.ts';
import { mapContext, type AnyStream } from '../stream-under-test.ts';
import type { Ends } from './pipeline-under-test.ts';

/** Where a record has to end: as so many rows, and so many dead letters; a skipped one nowhere. */
export async function expectedEnds(
  connector: Connector,
  stream: AnyStream,
  config: unknown,
): Promise<(record: string) => Ends> {
  const context = await mapContext(stream, { config });
  const finish = createEventFinisher(connector, stream);
  return (record) => {
    const decoded = tryDecode(record, stream);
    if (decoded === undefined) return { rows: 0, letters: 1 };
    const results = listOf(stream.map(decoded.value, context));
    let rows = 0;
    let letters = 0;
    for (const result of results) {
      if (isSkip(result)) continue;
      if (isRejection(result) || isRefused(result, finish, context.receivedAt)) letters++;
      else rows++;
    }
    return { rows, letters };
  };
}

/** Epoch milliseconds that the event of a record says; now, where it says nothing. */
export async function timeOf(stream: AnyStream, config: unknown, record: string): Promise<number> {
  const decoded = tryDecode(record, stream);
  const [event] = decoded === undefined ? [] : listOf(stream.map(decoded.value, await mapContext(stream, { config })));
  const time: unknown = event === undefined ? undefined : Reflect.get(event, 'time');
  return typeof time === 'number' ? time : Date.now();
}

function isRefused(event: object, finish: ReturnType<typeof createEventFinisher>, receivedAt: number): boolean {
  const problems = finish(structuredClone(event) as Record<string, unknown>, receivedAt);
  return problems.some((problem) => !problem.endsWith('has no column') && !problem.endsWith('became 0 Unknown'));
}

function listOf(mapped: MapResult): readonly object[] {
  return Array.isArray(mapped) ? (mapped as readonly object[]) : [mapped];
}

function tryDecode(record: string, { format }: AnyStream): { readonly value: unknown } | undefined {
  try {
    return { value: decodeRecord(Buffer.from(record), format) };
  } catch {
    return undefined;
  }
}
