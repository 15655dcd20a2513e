/** Longest text that OCSF 1.3.0 takes as an IP address. */
const maxIpLength = 40;

/** The address as OCSF writes it: without brackets, an IPv4 address in IPv6 clothes as IPv4. Undefined for none. */
export function ipOf(text: string): string | undefined {
  if (isIpv4(text, 0)) return text;
  // One colon is that of a port.
  if (text.length > maxIpLength + 2 || text.indexOf(':') === text.lastIndexOf(':')) return undefined;
  const bare = text.charCodeAt(0) === 91 && text.endsWith(']') ? text.slice(1, -1) : text;
  if (bare.slice(0, 7).toLowerCase() === '::ffff:' && isIpv4(bare, 7)) return bare.slice(7);
  return isIpv6(bare) ? bare : undefined;
}

/** Whether `text` from `start` on is four numbers from 0 to 255 with points between. */
function isIpv4(text: string, start: number): boolean {
  if (text.length - start < 7 || text.length - start > 15) return false;
  let parts = 0;
  let value = -1;
  for (let i = start; i <= text.length; i++) {
    const code = i === text.length ? 46 : text.charCodeAt(i);
    if (code === 46) {
      if (value < 0 || value > 255) return false;
      parts += 1;
      value = -1;
    } else if (code >= 48 && code <= 57 && value !== 0) value = Math.max(value, 0) * 10 + code - 48;
    else return false;
  }
  return parts === 4;
}

const ipv6Group = /^[0-9a-f]{1,4}$/i;

function isIpv6(text: string): boolean {
  const zoned = text.indexOf('%');
  const address = zoned === -1 ? text : text.slice(0, zoned);
  if (address.length < 2 || text.length > maxIpLength) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const ipv4Tail = isIpv4(last, 0);
  const width = groups.length + (ipv4Tail ? 1 : 0);
  if (halves.length === 2 ? width > 7 : width !== 8) return false;
  return (ipv4Tail ? groups.slice(0, -1) : groups).every((group) => ipv6Group.test(group));
}

const hostname = /^[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62}))*$/i;

/** Whether OCSF takes the text as a host name. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && hostname.test(text) && !text.endsWith('-') && !text.includes('-.');
}

export function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 65_535;
}

/** A host and its port, from `192.0.2.1:8080`, `[2001:db8::1]:443`, `www.example.com:8080`, or without port. */
export interface HostAndPort {
  readonly host: string;
  readonly port?: number;
}

export function splitHostPort(text: string): HostAndPort {
  const colon = text.lastIndexOf(':');
  if (colon === -1 || (text.indexOf(':') !== colon && text.charCodeAt(colon - 1) !== 93)) {
    return { host: text };
  }
  const digits = text.slice(colon + 1);
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : Number.NaN;
  return isPort(port) ? { host: text.slice(0, colon), port } : { host: text };
}
