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
  readonly follow?: FollowOptions;
}

/** A `read` under observation: pull lines from it, see what it logged, stop it. */
export class Reading {
  readonly warnings: string[] = [];
  readonly batches: Batch[] = [];
  readonly lines: string[] = [];
  backlog = 0;
  readonly #abort = new AbortController();
  readonly #batches: AsyncGenerator<Batch, void, undefined>;
  #pending: Promise<IteratorResult<Batch, void>> | undefined;

  constructor(written: Record<string, unknown>, options: ReadingOptions = {}) {
    const warn = (message: string): void => void this.warnings.push(message);
    const log: ConnectorLog = { debug: () => {}, info: () => {}, warn, error: warn };
    const context: ReadContext<FilesConfig> = {
      config: configOf({ poll_every: '10ms', ...written }),
      ...(options.cursor === undefined ? {} : { cursor: options.cursor }),
      signal: this.#abort.signal,
      log,
      now: () => Date.now(),
      reportBacklog: (bytes) => (this.backlog = bytes),
      reportDropped: () => {},
    };
    this.#batches = readFiles(context, options.follow);
  }

  /** Cursor after the last record that was pulled. */
  get cursor(): Cursor | undefined {
    return this.batches.at(-1)?.cursor;
  }

  /** The lines of the next batches, at least `count` of them. Throws where they do not come in time. */
  async take(count: number, timeoutMs = 5000): Promise<string[]> {
    const from = this.lines.length;
    while (this.lines.length - from < count) {
      if (!(await this.#pull(timeoutMs))) break;
    }
    return this.lines.slice(from);
  }

  /** What comes within a while; for tests that nothing comes. */
  async takeFor(ms: number): Promise<string[]> {
    const from = this.lines.length;
    const until = performance.now() + ms;
    while (performance.now() < until) {
      if (!(await this.#pull(until - performance.now()).catch(() => false))) break;
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

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#pending?.catch(() => undefined);
    await this.#batches.return();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #pull(timeoutMs: number): Promise<boolean> {
    this.#pending ??= this.#batches.next();
    const { promise, resolve } = Promise.withResolvers<'late'>();
    const timer = setTimeout(resolve, timeoutMs, 'late');
    const result = await Promise.race([this.#pending, promise]).finally(() => clearTimeout(timer));
    if (result === 'late') throw new Error(`no more lines within ${Math.round(timeoutMs)} ms`);
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
