import { InvalidArgumentError } from 'commander';
import { parseDuration } from '@sluice/connector';

/** For commander: an event day, `2026-03-01` or `20260301`, as eight digits. */
export function dayValue(text: string): string {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) {
    throw new InvalidArgumentError('Expected a day such as 2026-03-01.');
  }
  return `${year}${month}${day}`;
}

/** For commander: a day, or how long ago: `2026-03-01`, `36h`, `7d`. */
export function sinceValue(now: () => number): (text: string) => string {
  return (text) => {
    const ago = parseDuration(text);
    return ago === undefined ? dayValue(text) : new Date(now() - ago).toISOString().slice(0, 10).replaceAll('-', '');
  };
}
