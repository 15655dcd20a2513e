import { deepStrictEqual, ok } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connector } from '@sluice/connector';
import { withUpstream } from '../contract/check-read.ts';
import { marker, type RunningUpstream, type Upstream } from '../contract/upstream.ts';
import type { AnyStream } from '../stream-under-test.ts';
import { expectedEnds, timeOf } from './expected-ends.ts';
import { PipelineUnderTest, type Disturbance, type Ends } from './pipeline-under-test.ts';

export interface DeliveryCheck {
  readonly register: (subject: string, body: () => Promise<void>) => void;
  readonly connector: Connector;
  readonly stream: AnyStream;
  readonly upstream: Upstream;
  readonly patienceMs: number | undefined;
}

/** For runs that should find nothing to do. */
const aMomentMs = 150;
const redeliverMs = 300;

/** The end of a process, as a run sees it. */
export class Death extends Error {}

/** A stream, its upstream and a pipeline between it and a lake. */
export class Site {
  readonly pipeline: PipelineUnderTest;
  readonly running: RunningUpstream;
  readonly #check: DeliveryCheck;
  #sent: readonly string[] = [];

  constructor(pipeline: PipelineUnderTest, running: RunningUpstream, check: DeliveryCheck) {
    this.pipeline = pipeline;
    this.running = running;
    this.#check = check;
  }

  /** Runs until what is fed has arrived, or it dies. */
  run(more: readonly string[], disturbance?: Disturbance): Promise<unknown> {
    this.#sent = this.#check.stream.delivery === 'at-least-once' ? [...this.#sent, ...more] : more;
    const wanted = more.length === 0 ? [] : this.#sent;
    return this.runRecords(more.map(this.#check.upstream.record), wanted, disturbance);
  }

  /** As `run`, while what a dead reader took with it is handed out again, as after its time. */
  async runAfterDeath(more: readonly string[]): Promise<unknown> {
    const again = setInterval(() => this.running.redeliver?.(), redeliverMs);
    try {
      return await this.run(more);
    } finally {
      clearInterval(again);
    }
  }

  /** Runs, feeds the records and waits until all wanted markers have arrived; with none wanted, for a moment. */
  async runRecords(records: readonly string[], wanted: readonly string[], disturbance?: Disturbance): Promise<unknown> {
    const stop = new AbortController();
    const run = this.pipeline.run(this.running.config, stop.signal, disturbance);
    const feeding = records.length === 0 ? Promise.resolve() : this.running.feed(records);
    await Promise.race([run, feeding]);
    await Promise.race([
      run,
      wanted.length === 0 ? sleep(aMomentMs) : this.pipeline.until(wanted, this.#check.patienceMs),
    ]);
    stop.abort();
    const error = await run;
    await feeding.catch(() => undefined);
    if (error !== undefined && !(error instanceof Death)) throw error;
    return error;
  }

  async expectOnce(all: readonly string[]): Promise<void> {
    await this.expectRecords(all.map(this.#check.upstream.record), all);
  }

  async expectRecords(records: readonly string[], all: readonly string[]): Promise<void> {
    const { connector, stream } = this.#check;
    const expectedOf = await expectedEnds(connector, stream, this.running.config);
    const ends = await this.pipeline.ends();
    const nowhere: Ends = { rows: 0, letters: 0 };
    deepStrictEqual(
      Object.fromEntries(all.map((each) => [each, ends.get(each) ?? nowhere])),
      Object.fromEntries(all.map((each, i) => [each, expectedOf(records[i] ?? '')])),
      'lake and dead letters are not what was sent, once each',
    );
  }

  /** What died may be lost, but is not there twice; what came after it is there. */
  async expectAtMostOnce(before: readonly string[], after: readonly string[]): Promise<void> {
    const { connector, stream, upstream } = this.#check;
    const expectedOf = await expectedEnds(connector, stream, this.running.config);
    const ends = await this.pipeline.ends();
    for (const each of before) {
      const { rows, letters } = ends.get(each) ?? { rows: 0, letters: 0 };
      const most = expectedOf(upstream.record(each));
      ok(
        rows <= most.rows && letters <= most.letters,
        `${each} is ${rows} times in the lake, ${letters} times rejected`,
      );
    }
    await this.expectOnce(after);
  }
}

/** Opens a site for one test, and clears it away. */
export async function onSite(check: DeliveryCheck, use: (site: Site) => Promise<void>): Promise<void> {
  await withUpstream(check.upstream, async (running) => {
    const time = await timeOf(check.stream, running.config, check.upstream.record(marker(0)));
    const pipeline = await PipelineUnderTest.open(check.connector, check.stream, time);
    try {
      await use(new Site(pipeline, running, check));
    } finally {
      await pipeline.close();
    }
  });
}
