/** One way into the pipeline. */
export interface Sender {
  /** Resolves when there is room for the next records. */
  send(records: readonly (string | Uint8Array)[]): Promise<void>;
  /** Resolves when all that was sent has left this side. */
  close(): Promise<void>;
}
