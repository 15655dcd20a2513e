/**
 * Epoch ms of a number of seconds, milliseconds, microseconds or nanoseconds since 1970, told by its magnitude (each
 * unit from 1973 on, until the year 5138). NaN where it is too small or too large for any.
 */
export function epochTime(value: number): number {
  if (value >= 1e8 && value < 1e11) return Math.floor(Math.round(value * 1e6) / 1e3);
  if (value >= 1e11 && value < 1e14) return Math.floor(value);
  if (value >= 1e14 && value < 1e17) return Math.floor(value / 1e3);
  if (value >= 1e17 && value < 1e20) return Math.floor(value / 1e6);
  return Number.NaN;
}
