import type { ConnectorLog } from '@sluice/connector';
import { plainFields } from './fields.ts';
import { formatEntry } from './format.ts';
import { logLevels, type LogFormat, type LogLevel } from './levels.ts';
import { createLogLimiter } from './limiter.ts';

export interface LoggerOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  readonly color: boolean;
  /** Takes one line, without its end. */
  readonly write: (line: string) => void;
  readonly now: () => number;
}

export interface Logger extends ConnectorLog {
  /** The same log with a field on every line. */
  with(fields: Readonly<Record<string, unknown>>): Logger;
  /** An `info` that is never one too many: progress and summaries. */
  report(message: string, fields?: Readonly<Record<string, unknown>>): void;
  /** Writes the counts of messages that were left out. */
  close(): void;
}

type WriteEntry = (
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, unknown>>,
  unlimited?: boolean,
) => void;

/** A log of one line an entry. The same message passes at most once in ten seconds. */
export function createLogger({ level: least, format, color, write, now }: LoggerOptions): Logger {
  const limiter = createLogLimiter();
  const writeEntry: WriteEntry = (level, message, fields, unlimited = false) => {
    if (logLevels.indexOf(level) < logLevels.indexOf(least)) return;
    const entry = { time: now(), level, message, fields: plainFields(fields) };
    const passed = unlimited ? entry : limiter.pass(entry);
    if (passed !== undefined) write(formatEntry(passed, format, color));
  };
  const loggerWith = (own: Readonly<Record<string, unknown>>): Logger => ({
    debug: (message, fields) => writeEntry('debug', message, { ...own, ...fields }),
    info: (message, fields) => writeEntry('info', message, { ...own, ...fields }),
    warn: (message, fields) => writeEntry('warn', message, { ...own, ...fields }),
    error: (message, fields) => writeEntry('error', message, { ...own, ...fields }),
    report: (message, fields) => writeEntry('info', message, { ...own, ...fields }, true),
    with: (fields) => loggerWith({ ...own, ...fields }),
    close() {
      for (const entry of limiter.rest()) write(formatEntry(entry, format, color));
    },
  });
  return loggerWith({});
}
