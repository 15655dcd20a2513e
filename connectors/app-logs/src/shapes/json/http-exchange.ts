import type { HttpFacts } from '../../events/facts.ts';
import { countOf, idOf, textOf } from './values.ts';

const durationWithUnit = /^(\d{1,12}(?:\.\d{1,12})?)(ns|us|µs|ms|s)$/;
/** Of units other than `ms`. */
const msPer: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, s: 1000 };

/** `12.5ms`, `0.004s`: a bare number under such a name can be anything. */
export function takeDurationWithUnit(http: HttpFacts, value: unknown): boolean {
  const match = typeof value === 'string' ? durationWithUnit.exec(value) : null;
  if (match === null || http.durationMs !== undefined) return false;
  const exact = Number(match[1]) * (msPer[match[2] ?? ''] ?? 1);
  http.durationMs = Math.round(exact);
  return http.durationMs === exact;
}

const methods: ReadonlySet<string> = new Set(
  (
    'GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH QUERY PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK ' +
    'REPORT SEARCH PURGE LINK UNLINK ACL MERGE MKCALENDAR CHECKOUT CHECKIN SUBSCRIBE NOTIFY UNSUBSCRIBE M-SEARCH'
  ).split(' '),
);

export function takeMethod(http: HttpFacts, value: unknown): boolean {
  if (typeof value !== 'string' || http.method !== undefined) return false;
  const method = methods.has(value) ? value : value.toUpperCase();
  if (!methods.has(method)) return false;
  http.method = method;
  return true;
}

export function takeTarget(http: HttpFacts, value: unknown): boolean {
  const target = textOf(value);
  if (target === undefined || http.target !== undefined || !isTarget(target)) return false;
  http.target = target;
  return true;
}

function isTarget(text: string): boolean {
  return text.charCodeAt(0) === 47 || text === '*' || /^[a-z][a-z0-9+.-]{0,31}:\/\//i.test(text);
}

/** `GET /path HTTP/1.1`, as nginx gives it in `$request`. */
export function takeRequestLine(http: HttpFacts, value: unknown): boolean {
  const line = textOf(value);
  if (line === undefined) return false;
  const [method = '', target = '', protocol = '', ...others] = line.split(' ', 4);
  if (others.length > 0 || !protocol.startsWith('HTTP/')) return false;
  const isNew = takeMethod(http, method);
  const isNewTarget = takeTarget(http, target);
  return takeVersion(http, protocol) && isNew && isNewTarget;
}

/** The line of a request, or what was asked for alone: Apache's documentation calls the path `request`. */
export function takeRequest(http: HttpFacts, value: unknown): boolean {
  return (
    (typeof value === 'string' && value.charCodeAt(0) === 47 && takeTarget(http, value)) || takeRequestLine(http, value)
  );
}

export function takeQuery(http: HttpFacts, value: unknown): boolean {
  const query = textOf(value);
  if (query === undefined || http.query !== undefined) return false;
  http.query = query.charCodeAt(0) === 63 ? query.slice(1) : query;
  return true;
}

/** As `takeQuery`, for a name that may stand for a question of another kind. */
export function takeMarkedQuery(http: HttpFacts, value: unknown): boolean {
  return typeof value === 'string' && value.charCodeAt(0) === 63 && takeQuery(http, value);
}

export function takeScheme(http: HttpFacts, value: unknown): boolean {
  if (http.scheme !== undefined || (value !== 'http' && value !== 'https')) return false;
  http.scheme = value;
  return true;
}

export function takeVersion(http: HttpFacts, value: unknown): boolean {
  const text = textOf(value);
  if (text === undefined || http.version !== undefined) return false;
  const version = text.startsWith('HTTP/') ? text.slice('HTTP/'.length) : text;
  if (!/^\d(?:\.\d)?$/.test(version)) return false;
  http.version = version;
  return true;
}

export function takeStatus(http: HttpFacts, value: unknown): boolean {
  const status = countOf(value);
  if (status === undefined || http.status !== undefined || status < 100 || status > 999) return false;
  http.status = status;
  return true;
}

export function takeUserAgent(http: HttpFacts, value: unknown): boolean {
  const text = textOf(Array.isArray(value) && value.length === 1 ? value[0] : value);
  if (text === undefined || http.userAgent !== undefined) return false;
  http.userAgent = text;
  return true;
}

export function takeReferrer(http: HttpFacts, value: unknown): boolean {
  const text = textOf(Array.isArray(value) && value.length === 1 ? value[0] : value);
  if (text === undefined || http.referrer !== undefined) return false;
  http.referrer = text;
  return true;
}

export function takeRequestUid(http: HttpFacts, value: unknown): boolean {
  if (http.requestUid !== undefined) return false;
  http.requestUid = idOf(value);
  return http.requestUid !== undefined;
}

export function takeRequestBytes(http: HttpFacts, value: unknown): boolean {
  if (http.requestBytes !== undefined) return false;
  http.requestBytes = countOf(value);
  return http.requestBytes !== undefined;
}

export function takeResponseBytes(http: HttpFacts, value: unknown): boolean {
  if (http.responseBytes !== undefined) return false;
  http.responseBytes = countOf(value);
  return http.responseBytes !== undefined;
}

export function takeContentType(http: HttpFacts, value: unknown): boolean {
  if (http.contentType !== undefined) return false;
  http.contentType = textOf(value);
  return http.contentType !== undefined;
}
