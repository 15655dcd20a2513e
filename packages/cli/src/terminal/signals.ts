import type { ExitCode } from '../exit-code.ts';

/** What a process is told from outside; passed in, so that tests can send it. */
export interface Signals {
  /** Calls back for each SIGTERM, SIGINT and SIGHUP until it is told to forget it. */
  onStop(callback: (signal: string) => void): { forget(): void };
  /** Calls back for an error that nobody caught, until it is told to forget it. */
  onCrash(callback: (error: unknown) => void): { forget(): void };
  /** Ends the process at once. */
  exit(code: ExitCode): void;
  /** Ends the process, should something still hold it open after this long: a socket or timer that a connector forgot. */
  exitWithin(milliseconds: number): void;
}

const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export function processSignals(): Signals {
  return {
    onStop(callback) {
      for (const signal of stopSignals) process.on(signal, callback);
      return {
        forget() {
          for (const signal of stopSignals) process.off(signal, callback);
        },
      };
    },
    onCrash(callback) {
      process.on('uncaughtException', callback);
      process.on('unhandledRejection', callback);
      return {
        forget() {
          process.off('uncaughtException', callback);
          process.off('unhandledRejection', callback);
        },
      };
    },
    exit: (code) => process.exit(code),
    exitWithin: (milliseconds) => void setTimeout(() => process.exit(), milliseconds).unref(),
  };
}
