import { InvalidArgumentError } from 'commander';
import { logLevels, type LogLevel } from '../log/levels.ts';
import { durationExpected, parseDuration, parseSize, sizeExpected } from '@sluice/connector/zod';

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
