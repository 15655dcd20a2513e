import { isIP } from 'node:net';
import { isPlainIpv4, isPlainIpv6 } from '@sluice/ocsf';

/** Longest text that OCSF 1.3.0 takes as an IP address. */
const maxIpLength = 40;

/** The address as OCSF writes it, an IPv4 address in IPv6 clothes as IPv4; undefined for none. */
export function readIp(text: string): string | undefined {
  if (isPlainIpv4(text) || isPlainIpv6(text)) return text;
  const bare = text.startsWith('::ffff:') && isIP(text.slice(7)) === 4 ? text.slice(7) : text;
  return bare.length <= maxIpLength && isIP(bare) !== 0 ? bare : undefined;
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

/** As OCSF 1.3.0 takes one. */
const emailAddress = /^[\w!#$%&'*+\-/=?^`{|}~.]+@[a-z\d-]+\.[a-z\d.-]+$/i;

/** Whether the name of a user is the address of an e-mail, as names of users of the console are. */
export function isEmailAddress(name: string): boolean {
  return emailAddress.test(name);
}
