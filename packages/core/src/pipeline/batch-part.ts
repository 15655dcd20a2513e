import type { Batch } from '@sluice/connector';

/** A batch with some of the records of another, which it shares the bytes with. `runs` are `[from, to)`, in order. */
export function withRecords(batch: Batch, runs: readonly (readonly [from: number, to: number])[]): Batch {
  const records = runs.reduce((total, [from, to]) => total + to - from, 0);
  const bounds = new Uint32Array(2 * records);
  const originOf = batch.originOf === undefined ? undefined : new Uint16Array(records);
  let at = 0;
  for (const [from, to] of runs) {
    bounds.set(batch.bounds.subarray(2 * from, 2 * to), 2 * at);
    originOf?.set(batch.originOf?.subarray(from, to) ?? [], at);
    at += to - from;
  }
  const { bytes, receivedAt, origins, settle, cursor } = batch;
  return {
    bytes,
    bounds,
    receivedAt,
    origins,
    ...(originOf === undefined ? {} : { originOf }),
    ...(settle === undefined ? {} : { settle }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** Records `[from, to)` as a batch with bytes of its own, which may move to another thread. */
export function copyOfRecords(batch: Batch, from: number, to: number): Batch {
  const part = withRecords(batch, [[from, to]]);
  const start = part.bounds[0] ?? 0;
  const end = part.bounds.at(-1) ?? start;
  return { ...part, bytes: batch.bytes.slice(start, end), bounds: part.bounds.map((bound) => bound - start) };
}
