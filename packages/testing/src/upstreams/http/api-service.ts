import { createFaults, reset, truncated, type Fault, type Faults } from '../faults.ts';
import type { Service } from '../serve.ts';
import { Tokens, type ApiClient } from './tokens.ts';

export interface ApiServiceOptions {
  /** Records of a page, where a request asks for no fewer. Default 100. */
  readonly pageSize?: number;
  /** Who may ask. Default: everybody, without a token. */
  readonly client?: ApiClient;
  /** How long a token is good. Default 1800. */
  readonly tokenSeconds?: number;
  /** What a throttled request is told to wait. Default 1. */
  readonly retryAfterSeconds?: number;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
}

export interface ApiService {
  /** Adds records to the end: JSON values. */
  add(records: readonly unknown[]): void;
  /** Records handed out so far, the furthest. */
  readonly taken: number;
  /** No token is good any more. */
  expireTokens(): void;
  /** The next requests of `records`, `token` or `*` fail. */
  readonly fail: Faults['fail'];
  /** Operations that were asked for, in order. */
  readonly requests: readonly string[];
  readonly service: Service;
}

/**
 * An HTTP API as vendors have them: `GET /records?after=CURSOR&limit=N` gives `{ "records": […], "next": CURSOR }`, the
 * cursor being opaque text; `POST /oauth2/token` gives a bearer token. A throttled request gets 429 and `Retry-After`,
 * one without a good token 401.
 */
export function createApiService(options: ApiServiceOptions = {}): ApiService {
  const { client, tokenSeconds = 1800, retryAfterSeconds = 1, now = Date.now } = options;
  const tokens = client === undefined ? undefined : new Tokens(client, tokenSeconds, now);
  const log = new RecordLog(options.pageSize ?? 100);
  const faults = createFaults();
  const requests: string[] = [];
  const service: Service = async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const operation = pathname === '/oauth2/token' ? 'token' : pathname === '/records' ? 'records' : 'unknown';
    requests.push(operation);
    const fault = faults.take(operation);
    if (fault !== undefined && fault !== 'truncate') return faultAnswer(fault, retryAfterSeconds);
    if (operation === 'unknown') return Response.json({ error: 'not_found' }, { status: 404 });
    if (operation === 'token') return (await tokens?.grant(request)) ?? Response.json({}, { status: 404 });
    if (tokens?.isGood(request) === false) return Response.json({ error: 'invalid_token' }, { status: 401 });
    const answer = log.page(searchParams);
    return fault === undefined ? answer : truncated(answer);
  };
  return {
    add: (more) => log.add(more),
    get taken() {
      return log.taken;
    },
    expireTokens: () => tokens?.expire(),
    fail: (...plan) => faults.fail(...plan),
    requests,
    service,
  };
}

class RecordLog {
  readonly #records: unknown[] = [];
  readonly #pageSize: number;
  taken = 0;

  constructor(pageSize: number) {
    this.#pageSize = pageSize;
  }

  add(more: readonly unknown[]): void {
    this.#records.push(...more);
  }

  page(query: URLSearchParams): Response {
    const after = positionOf(query.get('after') ?? '');
    const limit = Number(query.get('limit') ?? this.#pageSize);
    if (after === undefined || !(limit > 0)) return Response.json({ error: 'invalid_request' }, { status: 400 });
    const end = Math.min(this.#records.length, after + Math.min(limit, this.#pageSize));
    this.taken = Math.max(this.taken, end);
    return Response.json({ records: this.#records.slice(after, end), next: cursorOf(end) });
  }
}

function cursorOf(position: number): string {
  return Buffer.from(`after ${position}`).toString('base64url');
}

function positionOf(cursor: string): number | undefined {
  if (cursor === '') return 0;
  const [, position] = /^after (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return position === undefined ? undefined : Number(position);
}

function faultAnswer(fault: Exclude<Fault, 'truncate'>, retryAfterSeconds: number): Response | Promise<never> {
  switch (fault) {
    case 'throttle':
      return Response.json(
        { error: 'rate_limited' },
        { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } },
      );
    case 'error':
      return Response.json({ error: 'internal' }, { status: 500 });
    case 'denied':
      return Response.json({ error: 'forbidden' }, { status: 403 });
    case 'reset':
      return reset();
  }
}
