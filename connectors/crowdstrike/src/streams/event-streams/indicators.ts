import type { Evidences } from '@sluice/ocsf/1.3.0';
import { isHostname, readIp } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';

/** The indicator that a detection is about, where it is a name or an address: `DomainName`, `IPv4`, `IPv6`, `IOCValue`. */
export function indicatorsOf(event: Fields): readonly Evidences[] {
  const type = event.peek('IOCType')?.toLowerCase();
  const value = type === 'domain' ? 'DomainName' : type === 'ipv4' ? 'IPv4' : type === 'ipv6' ? 'IPv6' : undefined;
  const written = (name: string): readonly string[] => (name === value ? [name, 'IOCValue'] : [name]);
  return [
    ...first(event, written('DomainName'), nameAsked),
    ...first(event, written('IPv4'), addressReached),
    ...first(event, written('IPv6'), addressReached),
  ];
}

/** The first of these fields that holds one, taken. */
function first(
  event: Fields,
  names: readonly string[],
  toEvidence: (text: string) => Evidences | undefined,
): readonly Evidences[] {
  for (const name of names) {
    const evidence = toEvidence(event.peek(name) ?? '');
    if (evidence === undefined) continue;
    event.take(name);
    return [evidence];
  }
  return [];
}

function nameAsked(hostname: string): Evidences | undefined {
  return isHostname(hostname) ? { query: { hostname } } : undefined;
}

/** An address, of IPv4 with or without a port behind it. */
function addressReached(text: string): Evidences | undefined {
  const ip = readIp(text);
  if (ip !== undefined) return { dst_endpoint: { ip } };
  const [, host = '', digits = ''] = /^([\d.]{7,15}):(\d{1,5})$/.exec(text) ?? [];
  const [address, port] = [readIp(host), Number(digits)];
  return address === undefined || port > 65_535 ? undefined : { dst_endpoint: { ip: address, port } };
}
