const sizes = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** `12,345`. By hand: the first word of `Intl` costs a start some 40 ms. */
export function counted(amount: number): string {
  return String(Math.round(amount)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1.4 MiB` */
export function sized(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1024 && unit < sizes.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${unit === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${sizes[unit]}`;
}

/** `850 ms`, `4.2 s`, `3 min`, `2.0 h`, `9 d` */
export function lasted(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 3_600_000) return `${Math.round(milliseconds / 60_000)} min`;
  return milliseconds < 172_800_000
    ? `${(milliseconds / 3_600_000).toFixed(1)} h`
    : `${Math.round(milliseconds / 86_400_000)} d`;
}

/** `2026-03-01 12:00:05Z` */
export function timestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** `1 object`, `2 objects` */
export function plural(amount: number, noun: string): string {
  return `${counted(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
