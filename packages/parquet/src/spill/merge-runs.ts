import { SegmentBuilder, type BuilderOptions, type SourcesOf } from '../encoder/segment-builder.ts';
import type { Segment } from '../encoder/segment.ts';
import type { RunPiece } from './run-piece.ts';
import { RunReader, type Run } from './run.ts';

/**
 * The rows of all runs in order of time, those of equal time in the order of their runs. Holds a piece of each run and
 * one segment.
 */
export async function* mergeRuns(runs: readonly Run[], options: BuilderOptions): AsyncGenerator<Segment> {
  const builder = new SegmentBuilder(options);
  const heads = await Promise.all(runs.map((run) => openHead(new RunReader(run, options.schema))));
  const sourcesOf: SourcesOf = (leaf) => heads.map((head) => head.piece?.columns[leaf]);
  for (let least = leastOf(heads); least !== undefined; least = leastOf(heads)) {
    const { head, index, limit, limitIndex } = least;
    const { piece } = head;
    if (piece === undefined) break;
    while (head.row < piece.rows) {
      const time = piece.times[head.row] ?? 0;
      if (time > limit || (time === limit && limitIndex < index)) break;
      const weight = piece.weights[head.row] ?? 0;
      if (builder.isFullFor(weight)) {
        await builder.copy(sourcesOf);
        yield builder.end();
      }
      builder.plan(index, head.row++, time, weight);
    }
    if (head.row < piece.rows) continue;
    // The rows that were planned stand in pieces that are still there.
    await builder.copy(sourcesOf);
    await head.advance();
  }
  if (builder.rows > 0) yield builder.end();
}

/** Where a run has been read up to. */
interface Head {
  piece: RunPiece | undefined;
  row: number;
  advance(): Promise<void>;
}

async function openHead(reader: RunReader): Promise<Head> {
  const head: Head = {
    piece: await reader.next(),
    row: 0,
    advance: async () => {
      head.piece = undefined;
      head.piece = await reader.next();
      head.row = 0;
    },
  };
  return head;
}

interface Least {
  readonly head: Head;
  readonly index: number;
  /** Time of the first row of all other runs, and which run that is: rows up to there come from this run. */
  readonly limit: number;
  readonly limitIndex: number;
}

function leastOf(heads: readonly Head[]): Least | undefined {
  let [index, time] = [-1, Infinity];
  let [limitIndex, limit] = [-1, Infinity];
  for (let at = 0; at < heads.length; at++) {
    const head = heads[at];
    if (head?.piece === undefined) continue;
    const own = head.piece.times[head.row] ?? 0;
    if (index < 0 || own < time) {
      [limitIndex, limit] = [index, time];
      [index, time] = [at, own];
    } else if (limitIndex < 0 || own < limit) {
      [limitIndex, limit] = [at, own];
    }
  }
  const head = heads[index];
  return head === undefined ? undefined : { head, index, limit, limitIndex };
}
