/** What a command sees of the world: passed in, so that tests can stand in for it. */
export interface Io {
  /** Data: what a pipe takes on. */
  readonly stdout: Output;
  /** Logs, progress and complaints. */
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
}

export interface Output {
  write(text: string): void;
  /** Resolves when the reader of a pipe has taken what was written: a slow one must not fill the memory. */
  drained(): Promise<void>;
  readonly isTty: boolean;
  /** Of the terminal; a usual size where it does not say. */
  readonly columns: number;
  readonly rows: number;
}

export function processIo(): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    environment: process.env,
    now: Date.now,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    drained: () =>
      stream.writableNeedDrain ? new Promise((resolve) => stream.once('drain', resolve)) : Promise.resolve(),
    isTty: stream.isTTY,
    get columns() {
      return stream.columns || 120;
    },
    get rows() {
      return stream.rows || 40;
    },
  };
}

/** Colour only where a person looks, and not where they said no (no-color.org). */
export function usesColor(output: Output, { NO_COLOR: noColor, TERM: terminal }: Io['environment']): boolean {
  return output.isTty && (noColor === undefined || noColor === '') && terminal !== 'dumb';
}
