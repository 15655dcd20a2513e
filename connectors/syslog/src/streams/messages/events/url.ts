import { CategoryIds, type Url } from '@sluice/ocsf/1.3.0';
import { portOf } from './values.ts';

export interface UrlFacts {
  /** A whole URL, one without scheme (`example.com/a?b`), or only a path where `hostname` is said. */
  readonly text: string;
  readonly hostname?: string | undefined;
  readonly category?: string | undefined;
}

/** What can be told of a URL without deciding what its sender did not write. Linear in the text. */
export function urlOf({ text, hostname, category }: UrlFacts): Url | undefined {
  if (text === '') return undefined;
  const url: Url = { url_string: text };
  const schemeEnd = text.indexOf('://');
  const isAbsolute = schemeEnd > 0 && /^[A-Za-z][A-Za-z0-9+.-]*$/.test(text.slice(0, schemeEnd));
  if (isAbsolute) url.scheme = text.slice(0, schemeEnd).toLowerCase();
  const start = isAbsolute ? schemeEnd + 3 : 0;
  const pathStart = endOfAuthority(text, start);
  if (pathStart > start) setAuthority(url, text.slice(start, pathStart));
  if (hostname !== undefined && hostname !== '') url.hostname = hostname;
  const query = text.indexOf('?', pathStart);
  const path = text.slice(pathStart, query === -1 ? text.length : query);
  if (path !== '') url.path = path;
  if (query !== -1) url.query_string = text.slice(query + 1);
  if (category !== undefined && category !== '') {
    // The vendor's own words: where one is OCSF's too, it need not mean the same.
    url.categories = [category];
    url.category_ids = [CategoryIds.Other];
  }
  return url;
}

function endOfAuthority(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2f || code === 0x3f || code === 0x23) return at;
  }
  return text.length;
}

function setAuthority(url: Url, authority: string): void {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const match = /^(\[[^\]]{1,64}\]|[^:]{1,255})(?::(\d{1,5}))?$/.exec(host);
  if (match?.[1] === undefined) return;
  url.hostname = match[1];
  const port = portOf(match[2]);
  if (port !== undefined) url.port = port;
}
