import type { NetworkEndpoint, Url } from '@sluice/ocsf/1.3.0';
import { ipOf } from './address.ts';
import type { Facts, HttpFacts } from './facts.ts';
import type { EventContext } from './metadata.ts';

/** Who asked; undefined where the record does not say. */
export function sourceOf(http: HttpFacts): NetworkEndpoint | undefined {
  const { clientIp, clientHostname, clientPort } = http;
  if (clientIp === undefined && clientHostname === undefined) return undefined;
  const source: NetworkEndpoint = {};
  if (clientIp !== undefined) source.ip = clientIp;
  if (clientHostname !== undefined) source.hostname = clientHostname;
  if (clientPort !== undefined) source.port = clientPort;
  return source;
}

/** Who was asked, as far as the record names it: perhaps nothing. */
export function destinationOf(http: HttpFacts, url: Url | undefined): NetworkEndpoint {
  const destination: NetworkEndpoint = {};
  const host = http.serverHostname ?? url?.hostname;
  const hostAddress = host === undefined ? undefined : ipOf(host);
  if (host !== undefined && hostAddress === undefined) destination.hostname = host;
  const ip = http.serverIp ?? hostAddress;
  if (ip !== undefined) destination.ip = ip;
  const port = http.serverPort ?? url?.port;
  if (port !== undefined) destination.port = port;
  if (http.serverName !== undefined) destination.name = http.serverName;
  return destination;
}

/** Whether OCSF takes an endpoint with what it has. */
export function isNamed(endpoint: NetworkEndpoint): boolean {
  return endpoint.hostname !== undefined || endpoint.ip !== undefined || endpoint.name !== undefined;
}

/** The service as configured or as the record says. */
export function serviceOf(facts: Facts, context: EventContext): string | undefined {
  return context.config.service ?? facts.service;
}

/** The program that wrote the line, or `access` of `/var/log/nginx/access.log.1`: what a service is called that nothing else names. */
export function logName(context: EventContext): string {
  if (context.program !== undefined) return context.program;
  const path = context.origin.path ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('/') + 1024);
  const point = name.indexOf('.', 1);
  return (point === -1 ? name : name.slice(0, point)) || 'log';
}
