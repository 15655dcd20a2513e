import { ipOf, isHostname, isPort, splitHostPort } from '../../events/address.ts';
import type { HttpFacts } from '../../events/facts.ts';
import { countOf, idOf, textOf } from './values.ts';

export function takeClient(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || http.clientIp !== undefined || http.clientHostname !== undefined) return false;
  const ip = ipOf(text);
  if (ip !== undefined) {
    http.clientIp = ip;
    return true;
  }
  const { host, port } = splitHostPort(text);
  http.clientIp = ipOf(host);
  if (http.clientIp === undefined && isHostname(host)) http.clientHostname = host;
  if (isClientPort(port)) http.clientPort ??= port;
  return http.clientIp !== undefined || http.clientHostname !== undefined;
}

/** What knows no port writes 0: no client has it. */
function isClientPort(port: number | undefined): port is number {
  return port !== undefined && port !== 0;
}

/** As `takeClient`, for a name that may stand for something else than who asked: only an address is taken. */
export function takeClientAddress(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || (ipOf(text) ?? ipOf(splitHostPort(text).host)) === undefined) return false;
  return takeClient(http, text);
}

export function takeClientPort(http: HttpFacts, value: unknown): boolean {
  const port = countOf(value);
  if (port === undefined || http.clientPort !== undefined || !isPort(port)) return false;
  http.clientPort = port;
  return true;
}

const maxForwarders = 64;

export function takeForwardedFor(http: HttpFacts, value: unknown): boolean {
  const text = textOf(aloneIn(value));
  if (text === undefined || http.forwardedFor !== undefined) return false;
  const addresses = text.split(',', maxForwarders + 1).map((address) => ipOf(address.trim()));
  if (addresses.length > maxForwarders || !addresses.every((address) => address !== undefined)) return false;
  http.forwardedFor = addresses;
  return true;
}

/** Of a header that stands as a list of one, that one. */
export function aloneIn(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

export function takeServer(http: HttpFacts, value: unknown): boolean {
  const text = textOf(aloneIn(value));
  if (text === undefined) return false;
  const { host, port } = splitHostPort(text);
  const ip = ipOf(host);
  if (ip !== undefined) {
    if (http.serverIp !== undefined) return false;
    http.serverIp = ip;
  } else {
    if (http.serverHostname !== undefined || !isHostname(host)) return false;
    http.serverHostname = host;
  }
  if (port !== undefined) http.serverPort ??= port;
  return true;
}

/**
 * Whom a proxy in between passed the request on for: stands with those that a header names, where it names none and it
 * is somebody else than the peer.
 */
export function addForwarded(http: HttpFacts, value: unknown): void {
  const text = textOf(value);
  const ip = text === undefined ? undefined : ipOf(text);
  if (ip !== undefined && http.clientIp !== undefined && ip !== http.clientIp) http.forwardedFor ??= [ip];
}

/** The machine's own name: in the log of a server, that of the server. */
export function takeServerName(http: HttpFacts, value: unknown): boolean {
  if (http.serverName !== undefined) return false;
  http.serverName = textOf(value);
  return http.serverName !== undefined;
}

export function takeServerPort(http: HttpFacts, value: unknown): boolean {
  const port = countOf(value);
  if (port === undefined || http.serverPort !== undefined || !isPort(port)) return false;
  http.serverPort = port;
  return true;
}

/** What programs write for a user whom they do not know; `AnonymousUser` is Django's. */
const nobody: ReadonlySet<unknown> = new Set(['null', 'undefined', 'AnonymousUser']);

export function takeUser(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || http.user !== undefined || nobody.has(text)) return false;
  http.user = text;
  return true;
}

export function takeUserUid(http: HttpFacts, value: unknown): boolean {
  if (http.userUid !== undefined || nobody.has(value)) return false;
  http.userUid = idOf(value);
  return http.userUid !== undefined;
}
