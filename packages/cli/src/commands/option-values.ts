import { InvalidArgumentError } from 'commander';
import { logLevels, type LogLevel } from '../log/levels.ts';
import { durationExpected, parseDuration, parseSize, sizeExpected } from '@sluice/connector';

/** For commander: `--every 30s` as milliseconds. */
export function durationValue(text: string): number {
  const value = parseDuration(text);
  if (value === undefined || value < 1) throw new InvalidArgumentError(`Expected ${durationExpected}.`);
  return value;
}

/** For commander: `--cache-size 2GiB` as bytes. */
export function sizeValue(text: string): number {
  const value = parseSize(text);
  if (value === undefined || value < 1) throw new InvalidArgumentError(`Expected ${sizeExpected}.`);
  return value;
}

/** For commander: a level in any case; `LOG_LEVEL` is shared with programs that spell it otherwise. */
export function logLevelValue(text: string): LogLevel {
  const wanted = text.toLowerCase();
  const level = logLevels.find((known) => known === wanted || (known === 'warn' && wanted === 'warning'));
  if (level === undefined) throw new InvalidArgumentError(`Expected one of ${logLevels.join(', ')}.`);
  return level;
}

/** For options that may be said several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** For commander: a whole number from 1 on. */
export function countValue(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on.');
  return Number(text);
}

/** For commander: a time, or a duration before now, as epoch milliseconds. */
export function sinceValue(now: () => number): (text: string) => number {
  return (text) => {
    const ago = parseDuration(text);
    const time = ago === undefined ? Date.parse(text) : now() - ago;
    if (Number.isNaN(time))
      throw new InvalidArgumentError('Expected a time such as 2026-11-20T08:00Z, or a duration such as 24h.');
    return time;
  };
}
