import { BlockList, isIP } from 'node:net';

/** Addresses of any of these subnets. */
export interface Subnets {
  has(address: string): boolean;
}

/** From checked texts: `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`. */
export function createSubnets(subnets: readonly string[]): Subnets {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [host = '', prefix] = subnet.split('/');
    const family = familyOf(host);
    if (prefix === undefined) list.addAddress(host, family);
    else list.addSubnet(host, Number(prefix), family);
  }
  return {
    // What is no address is in none of them.
    has(address) {
      const plain = withoutZone(address);
      return list.check(plain, familyOf(plain));
    },
  };
}

/** A sender's address as people write it: an IPv4 address that came through an IPv6 socket is the IPv4 address. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/** `fe80::1` of `fe80::1%eth0`. */
function withoutZone(address: string): string {
  const zone = address.indexOf('%');
  return zone === -1 ? address : address.slice(0, zone);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
