import { Direction } from '../../events/connection.ts';
import type { EndpointFacts } from '../../events/endpoint.ts';
import { qualifiedName, type UserFacts } from '../../events/user.ts';
import { before } from '../../text/phrase.ts';

/** One side of a connection as the ASA writes it. */
export interface AsaEndpoint {
  readonly endpoint: EndpointFacts;
  /** Who is behind it, where the identity firewall or a VPN knows. */
  readonly user?: UserFacts | undefined;
  /** Address that it is translated to. */
  readonly mapped?: string | undefined;
}

/**
 * `outside:192.0.2.7/443 (198.51.100.7/443)(LOCAL\alice)`, any part of it but the host left out; before the host also
 * `outside/`, and the port also as `(443)` (106100). Never fails: what is no port stays in the text.
 */
export function readEndpoint(text: string): AsaEndpoint {
  const { interfaceName, rest } = splitInterface(text.trim());
  const hostEnd = endOf(rest, /[/( ]/);
  const host = rest.slice(0, hostEnd).replace(/[.,]$/, '');
  const tail = rest.slice(hostEnd);
  const port = /^\/(\d{1,5})(?!\d)/.exec(tail)?.[1] ?? /^\((\d{1,5})\)/.exec(tail)?.[1];
  const service = port === undefined ? /^\/([a-z][a-z0-9-]{1,31})(?![a-z0-9-])/.exec(tail)?.[1] : undefined;
  const brackets = [...tail.matchAll(/\(([^()]{1,256})\)/g)].map(([, inside = '']) => inside);
  const mapped = brackets.find((inside) => /^[^\\/]+\/\d{1,5}$/.test(inside));
  const identity = brackets.find((inside) => inside.includes('\\'));
  const user = identity && before(identity, ',').trim();
  return {
    endpoint: { host, port, service, interface: interfaceName },
    user: user === undefined ? undefined : qualifiedName(user),
    mapped,
  };
}

function splitInterface(text: string): { readonly interfaceName?: string; readonly rest: string } {
  const [, name, rest = ''] = slashed.exec(text) ?? colonned.exec(text) ?? [];
  return name === undefined ? { rest: text } : { interfaceName: name, rest };
}

/** `inside/192.0.2.7(443)` has a slash where others have the colon, and brackets where they have the slash. */
const slashed = /^(?!\d{1,3}(?:\.\d{1,3}){3}\/)([^/: (]+)\/(?!\d{1,5}(?:[ (]|$))(.*)$/s;
/** An IPv6 address without an interface before it has colons of its own. */
const colonned = /^(?![0-9A-Fa-f]{1,4}:[^ (]*:)([^:]+):(.*)$/s;

function endOf(text: string, pattern: RegExp): number {
  const at = text.search(pattern);
  return at === -1 ? text.length : at;
}

/**
 * Which way a packet goes that the message does not say it of: between the interfaces that the ASA itself calls `inside`
 * and `outside`, of the highest and the lowest level of trust. Undefined between others.
 */
export function directionBetween(source: AsaEndpoint, destination: AsaEndpoint | undefined): Direction | undefined {
  const way = `${source.endpoint.interface ?? ''} ${destination?.endpoint.interface ?? ''}`.toLowerCase();
  if (way === 'outside inside') return Direction.Inbound;
  return way === 'inside outside' ? Direction.Outbound : undefined;
}
