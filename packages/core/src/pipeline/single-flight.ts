/**
 * Lets one task run at a time, beside whoever started it. Starting another waits for the one before; when that failed,
 * its error is thrown here, and so are all later starts.
 */
export class SingleFlight {
  #current: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;
  readonly #listeners = new Set<(error: unknown) => void>();

  /**
   * Calls `listener` when a task fails, or now if one has. The function it gives back ends that; whoever waits beside
   * a task for something else calls it when that has come, or listeners would gather for as long as the process runs.
   */
  onFailure(listener: (error: unknown) => void): () => void {
    if (this.#failure !== undefined) listener(this.#failure.error);
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves when the task has been started; `task` gives undefined when there is nothing to do. */
  async start(task: () => Promise<void> | undefined): Promise<void> {
    // Not `await this.idle()`: two that wait would both wake before the first has started.
    for (let seen; seen !== this.#current;) {
      seen = this.#current;
      await seen;
    }
    const started = task();
    if (started === undefined) return;
    this.#current = started;
    started.catch((error: unknown) => {
      this.#failure ??= { error };
      for (const listener of this.#listeners) listener(error);
    });
  }

  /** Resolves when no task runs. */
  async idle(): Promise<void> {
    for (let seen; seen !== this.#current;) {
      seen = this.#current;
      await seen;
    }
  }
}
