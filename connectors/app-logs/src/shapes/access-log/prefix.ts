import { ipOf, splitHostPort } from '../../events/address.ts';

/** What stands before the time of a line, still as the server wrote it. */
export interface AccessLogPrefix {
  /** Virtual host that some formats put first. */
  readonly virtualHost?: string | undefined;
  /** `-` where the line names no more of who asked than `forwarded`. */
  readonly client: string;
  readonly ident: string;
  readonly user: string;
  /** The list of addresses (`X-Forwarded-For`) that some formats put before or instead of the client. */
  readonly forwarded?: string | undefined;
}

/** `host ident user`, an address alone, `virtual-host host ident user`, or with a list of addresses; a user may hold blanks. */
export function splitPrefix(prefix: string): AccessLogPrefix | undefined {
  const first = prefix.indexOf(' ');
  const second = prefix.indexOf(' ', first + 1);
  if (first === -1 && ipOf(prefix) !== undefined) return { client: prefix, ident: '-', user: '-' };
  if (first <= 0 || second === -1) return undefined;
  const dash = prefix.indexOf(' - ');
  const named = prefix.slice(0, Math.max(dash, 0));
  if (partOfList.test(named)) return listPrefix(named, prefix.slice(dash + 3));
  const secondToken = prefix.slice(first + 1, second);
  if (prefix.startsWith('- ', second + 1) && secondToken !== '-') {
    return hostAndClient(prefix.slice(0, first), secondToken, prefix.slice(second + 3));
  }
  const user = prefix.slice(second + 1);
  return { client: prefix.slice(0, first), ident: secondToken, user };
}

/** What stands before the ident is more than names where it has one of these: they are part of none. */
const partOfList = /[,"]/;

/** The host first, as Apache's `vhost_combined` has it; first the client where both have ports, which no format gives a client behind its host. */
function hostAndClient(first: string, second: string, user: string): AccessLogPrefix {
  const { host, port } = splitHostPort(first);
  const other = splitHostPort(second);
  const isClientFirst =
    port !== undefined && other.port !== undefined && ipOf(host) !== undefined && ipOf(other.host) === undefined;
  const [virtualHost, client] = isClientFirst ? [second, first] : [first, second];
  return { virtualHost, client, ident: '-', user };
}

const quotedList = /^(?:([^\s",]{1,512}) )?"([^"]{0,4096})"(?: ([^\s",]{1,512}))?$/;
const bareList = /^(?:([^\s",]{1,512}) )?((?:[^\s",]{1,256}, ?){1,64}[^\s",]{1,256})(?: ([^\s",]{1,512}))?$/;

/** `www.example.com "192.0.2.7, 198.51.100.3" 10.0.0.9`: with the host before it, the client behind it, both or none. */
function listPrefix(before: string, user: string): AccessLogPrefix {
  const match = (before.includes('"') ? quotedList : bareList).exec(before);
  if (match === null) return { client: before, ident: '-', user };
  const [, virtualHost, forwarded, client = '-'] = match;
  return { virtualHost, client, ident: '-', user, forwarded };
}
