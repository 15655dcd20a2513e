import { printable } from '../terminal/printable.ts';
import type { LogEntry, LogFormat, LogLevel } from './levels.ts';

/** One line of the log, without its line end. */
export function formatEntry(entry: LogEntry, format: LogFormat, color: boolean): string {
  return format === 'json' ? jsonLine(entry) : textLine(entry, color);
}

function jsonLine({ time, level, message, fields }: LogEntry): string {
  return JSON.stringify({ time: new Date(time).toISOString(), level, msg: message, ...fields });
}

const paints: Readonly<Record<LogLevel, string>> = { debug: '2', info: '32', warn: '33', error: '31' };

function textLine({ time, level, message, fields }: LogEntry, color: boolean): string {
  const { pipeline, ...rest } = fields;
  const label = level.toUpperCase().padEnd(5);
  const parts = [
    new Date(time).toISOString().slice(11, 23),
    color ? `\u001B[${paints[level]}m${label}\u001B[0m` : label,
    ...(typeof pipeline === 'string' ? [`[${printable(pipeline)}]`] : []),
    printable(message),
  ];
  const details = Object.entries(rest).map(([key, value]) => `${printable(key)}=${shown(value)}`);
  const tail = details.join(' ');
  return [...parts, ...(tail === '' ? [] : [color ? `\u001B[2m${tail}\u001B[0m` : tail])].join(' ');
}

function shown(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return shown(value.join(', '));
  if (typeof value !== 'string') return printable(JSON.stringify(value) ?? String(value));
  return /^[\w./:@+-]+$/.test(value) ? value : printable(JSON.stringify(value));
}
