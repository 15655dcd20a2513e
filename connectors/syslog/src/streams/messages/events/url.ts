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
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
  if (scheme !== undefined) url.scheme = scheme.toLowerCase();
  const start = scheme === undefined ? 0 : scheme.length + 3;
  const pathStart = endOfAuthority(text, start);
  setAuthority(url, text.slice(start, pathStart));
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
  const length = text.slice(start).search(/[/?#]/);
  return length === -1 ? text.length : start + length;
}

function setAuthority(url: Url, authority: string): void {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const match = /^(\[[^\]]{1,64}\]|[^:]{1,255})(?::(\d{1,5}))?$/.exec(host);
  if (match?.[1] === undefined) return;
  url.hostname = match[1];
  const port = portOf(match[2]);
  if (port !== undefined) url.port = port;
}
