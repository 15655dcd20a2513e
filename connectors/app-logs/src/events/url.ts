import type { Url } from '@sluice/ocsf/1.3.0';
import { isHostname, ipOf, splitHostPort } from './address.ts';

const scheme = /^[a-z][a-z0-9+.-]{0,31}$/i;

/** Takes a request target apart: `/a?b=c`, `https://www.example.com/a`, `www.example.com:443` (CONNECT), `*`. */
export function urlOf(target: string): Url {
  if (target.charCodeAt(0) === 47) return pathAndQuery({}, target);
  const colon = target.indexOf('://');
  if (colon !== -1 && scheme.test(target.slice(0, colon))) return absoluteUrl(target, colon);
  const { host, port } = splitHostPort(target);
  if (port === undefined || !isHost(host)) return { url_string: target };
  return { url_string: target, hostname: host, port };
}

function absoluteUrl(target: string, colon: number): Url {
  const authorityStart = colon + 3;
  const pathStart = firstOf(target, authorityStart);
  const authority = target.slice(authorityStart, pathStart);
  const { host, port } = splitHostPort(authority.slice(authority.lastIndexOf('@') + 1));
  const url: Url = { url_string: target, scheme: target.slice(0, colon) };
  if (isHost(host)) url.hostname = host;
  if (port !== undefined) url.port = port;
  return pathStart === target.length ? url : pathAndQuery(url, target.slice(pathStart));
}

function isHost(text: string): boolean {
  return isHostname(text) || ipOf(text) !== undefined;
}

/** Where the authority ends: at the first `/`, `?` or `#`, or the end. */
function firstOf(target: string, from: number): number {
  for (let i = from; i < target.length; i++) {
    const code = target.charCodeAt(i);
    if (code === 47 || code === 63 || code === 35) return i;
  }
  return target.length;
}

function pathAndQuery(url: Url, target: string): Url {
  const question = target.indexOf('?');
  url.path = question === -1 ? target : target.slice(0, question);
  if (question !== -1 && question + 1 < target.length) url.query_string = target.slice(question + 1);
  return url;
}
