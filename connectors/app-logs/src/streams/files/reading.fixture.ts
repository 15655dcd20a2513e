import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Batch, ConnectorLog, Cursor, ReadContext } from '@sluice/connector';
import { filesConfig, type FilesConfig } from './config.ts';
import type { FollowOptions } from './follow/follower.ts';
import { readFiles } from './read.ts';

/** Parses what a user would write. Throws where the schema refuses it. */
export function configOf(written: Record<string, unknown>): FilesConfig {
  const parsed = filesConfig['~standard'].validate(written);
  if (parsed instanceof Promise) throw new TypeError('the configuration of files is validated asynchronously');
  if (parsed.issues !== undefined) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** A new folder for one test, removed when the test leaves its scope (`await using`). */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'sluice-app-logs-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export interface ReadingOptions {
  readonly cursor?: Cursor | undefined;
  /** By default files are searched whenever they are looked at. */
  readonly follow?: FollowOptions;
}

/** A `read` under observation: pull lines from it, see what it logged, stop it. */
export class Reading {
  readonly warnings: string[] = [];
  readonly fields: unknown[] = [];
  readonly batches: Batch[] = [];
  readonly lines: string[] = [];
  readonly backlogs: number[] = [];
  /** The files are looked at, and searched, between one report and the next. */
  #reports = 0;
  #reported: () => void = () => {};
  readonly #abort = new AbortController();
  readonly #batches: AsyncGenerator<Batch, void, undefined>;
  #pending: Promise<IteratorResult<Batch, void>> | undefined;

  constructor(written: Record<string, unknown>, options: ReadingOptions = {}) {
    const warn = (message: string, fields?: unknown): void => {
      this.warnings.push(message);
      this.fields.push(fields);
    };
    const log: ConnectorLog = { debug: () => {}, info: () => {}, warn, error: warn };
    const context: ReadContext<FilesConfig> = {
      config: { ...configOf(written), ...('poll_every' in written ? {} : { pollMs: 1 }) },
      ...(options.cursor === undefined ? {} : { cursor: options.cursor }),
      signal: this.#abort.signal,
      log,
      now: () => Date.now(),
      reportBacklog: (bytes) => {
        this.backlogs.push(bytes);
        this.#reports += 1;
        this.#reported();
      },
      reportDropped: () => {},
    };
    this.#batches = readFiles(context, options.follow ?? { searchEveryMs: 0 });
  }

  get backlog(): number | undefined {
    return this.backlogs.at(-1);
  }

  /** Cursor after the last record that was pulled. */
  get cursor(): Cursor | undefined {
    return this.batches.at(-1)?.cursor;
  }

  /** The lines of the next batches, at least `count` of them. Throws where they do not come in time. */
  async take(count: number, timeoutMs = 10_000): Promise<string[]> {
    const from = this.lines.length;
    while (this.lines.length - from < count) {
      if (!(await this.#pull(timeoutMs))) break;
    }
    return this.lines.slice(from);
  }

  /** Waits until so many lines have come in all. */
  async reach(count: number): Promise<void> {
    await this.take(count - this.lines.length);
  }

  /** What comes while the files are looked at, and searched, so many times; for tests that nothing comes. */
  async quiet(rounds = 10): Promise<string[]> {
    const from = this.lines.length;
    const { promise, resolve } = Promise.withResolvers<'late'>();
    const until = this.#reports + rounds;
    this.#reported = () => void (this.#reports >= until && resolve('late'));
    while (this.#reports < until && (await this.#pullBefore(promise)) === true) {
      // Gathered by #pullBefore.
    }
    return this.lines.slice(from);
  }

  /** All lines until the reading ends by itself. */
  async all(): Promise<string[]> {
    while (await this.#pull(30_000)) {
      // Gathered by #pull.
    }
    return this.lines;
  }

  abort(): void {
    this.#abort.abort();
  }

  async stop(): Promise<void> {
    this.abort();
    await this.#pending?.catch(() => undefined);
    await this.#batches.return();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #pull(timeoutMs: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<'late'>();
    const timer = setTimeout(resolve, timeoutMs, 'late');
    const result = await this.#pullBefore(promise).finally(() => clearTimeout(timer));
    if (result === 'late') throw new Error(`no more lines within ${Math.round(timeoutMs)} ms`);
    return result;
  }

  /** Whether another batch came; what is late is pulled by the next one who asks. */
  async #pullBefore(late: Promise<'late'>): Promise<boolean | 'late'> {
    this.#pending ??= this.#batches.next();
    const result = await Promise.race([this.#pending, late]);
    if (result === 'late') return 'late';
    this.#pending = undefined;
    if (result.done === true) return false;
    this.batches.push(result.value);
    for (const line of linesOf(result.value)) this.lines.push(line);
    return true;
  }
}

export function linesOf({ bytes, bounds }: Batch): string[] {
  const lines: string[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    lines.push(Buffer.from(bytes.subarray(bounds[i], bounds[i + 1])).toString('latin1'));
  }
  return lines;
}
