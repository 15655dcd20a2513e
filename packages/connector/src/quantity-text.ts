const durationUnits: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const sizeUnits: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
};

export const durationPattern: RegExp = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/;
export const sizePattern: RegExp = /^(\d{1,12}(?:\.\d{1,3})?)(B|KB|MB|GB|KiB|MiB|GiB)$/;

export const durationExpected = 'a duration such as "30s", "5m" or "1h" (ms, s, m, h, d)';
export const sizeExpected = 'a size such as "64MiB" or "1GB" (B, KB, MB, GB, KiB, MiB, GiB)';

/** Milliseconds, or undefined when the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  return parse(text, durationPattern, durationUnits);
}

/** Bytes, or undefined when the text is not a size. */
export function parseSize(text: string): number | undefined {
  return parse(text, sizePattern, sizeUnits);
}

function parse(text: string, pattern: RegExp, units: Readonly<Record<string, number>>): number | undefined {
  const [, amount, unit] = pattern.exec(text) ?? [];
  return amount === undefined || unit === undefined ? undefined : Math.round(Number(amount) * (units[unit] ?? 0));
}
