/**
 * Lets one task run at a time, beside whoever started it. Starting another waits for the one before; when that failed,
 * its error is thrown here, and so are all later starts.
 */
export class SingleFlight {
  #current: Promise<void> = Promise.resolve();
  readonly #failure = Promise.withResolvers<never>();

  constructor() {
    this.#failure.promise.catch(() => undefined);
  }

  /** Never resolves; rejects when a task has failed. To be raced with other waits. */
  get failure(): Promise<never> {
    return this.#failure.promise;
  }

  /** Resolves when the task has been started; `task` gives undefined when there is nothing to do. */
  async start(task: () => Promise<void> | undefined): Promise<void> {
    await this.idle();
    const started = task();
    if (started === undefined) return;
    this.#current = started;
    started.catch((error: unknown) => this.#failure.reject(error));
  }

  /** Resolves when no task runs. */
  async idle(): Promise<void> {
    for (let seen; seen !== this.#current;) {
      seen = this.#current;
      await seen;
    }
  }
}
