import { setTimeout as sleep } from 'node:timers/promises';
import { StreamError } from '@sluice/connector';
import { parseJson } from '@sluice/connector/records';
import { baseUrlOf, type ApiConfig } from './config.ts';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The scope that this needs, as the console calls it: `Alerts: read`. */
  readonly scope: string;
}

/** What every answer of the API looks like. An answer may hold some resources and errors about others (207). */
export interface ApiAnswer {
  readonly resources: readonly unknown[];
  readonly errors: readonly { readonly code?: number; readonly message?: string }[];
}

export interface ApiClientOptions {
  readonly config: ApiConfig;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Waits before the next try; ends with an error where the signal is aborted. Default: it really does. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const maxTries = 5;
const longestWaitMs = 120_000;
const requestTimeoutMs = 60_000;
const maxAnswerBytes = 256 * 1024 * 1024;
/** A token is asked for anew when it has less than this left. */
const leastLeftMs = 60_000;

/**
 * Speaks with the API of Falcon: keeps a token, renews it before it ends and once when it is refused, waits as rate
 * limits say, and tries again what failed on the way. Errors are `StreamError`s that name the scope that is missing.
 */
export class ApiClient {
  readonly #options: ApiClientOptions;
  /** Another one once a token says where the tenant is. */
  #base: string;
  #token: { readonly text: string; readonly endsAt: number } | undefined;

  constructor(options: ApiClientOptions) {
    this.#options = options;
    this.#base = baseUrlOf(options.config);
  }

  async ask(request: ApiRequest): Promise<ApiAnswer> {
    const response = await this.send(request);
    return answerOf(await readJson(response));
  }

  /** Sends a request until it is answered with success, or throws. The token may be refused once. */
  async send(request: ApiRequest): Promise<Response> {
    let isRenewed = false;
    for (let attempt = 1; ; attempt++) {
      const response = await this.#attempt(request, attempt);
      if (response === undefined) continue;
      if (response.ok) return response;
      if (response.status === 401 && !isRenewed) {
        await discard(response);
        this.#token = undefined;
        isRenewed = true;
        continue;
      }
      const waitMs = retryWaitMs(response, attempt, this.#options.now());
      if (waitMs === undefined || attempt >= maxTries) throw await refusal(response, request, this.#base, waitMs);
      await discard(response);
      await this.#wait(waitMs);
    }
  }

  /** Undefined where the request did not get there and is to be tried again. */
  async #attempt(request: ApiRequest, attempt: number): Promise<Response | undefined> {
    const token = await this.#freshToken();
    const url = new URL(`${this.#base}${request.path}`);
    for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
    return this.#fetch(url, attempt, {
      method: request.method ?? 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
  }

  async #fetch(url: URL, attempt: number, init: RequestInit): Promise<Response | undefined> {
    const { signal } = this.#options;
    try {
      return await fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]) });
    } catch (error) {
      signal.throwIfAborted();
      if (attempt >= maxTries) {
        throw new StreamError('upstream_unreachable', `${url.origin} cannot be reached: ${messageOf(error)}`, {
          cause: error,
          retryable: true,
        });
      }
      await this.#wait(500 * 2 ** attempt);
      return undefined;
    }
  }

  async #freshToken(): Promise<string> {
    const { now } = this.#options;
    if (this.#token !== undefined && this.#token.endsAt - now() > leastLeftMs) return this.#token.text;
    for (let attempt = 1; ; attempt++) {
      const response = await this.#askForToken(attempt);
      if (response === undefined) continue;
      if (response.ok) {
        const region = response.headers.get('x-cs-region');
        const { access_token: text, expires_in: seconds } = fieldsOf(await readJson(response));
        if (typeof text !== 'string') {
          throw new StreamError('upstream_refused', `${this.#base}/oauth2/token gave no access token`);
        }
        this.#base = baseUrlOf(this.#options.config, region);
        this.#token = { text, endsAt: now() + (typeof seconds === 'number' ? seconds : 1800) * 1000 };
        return text;
      }
      const waitMs = retryWaitMs(response, attempt, now());
      if (waitMs === undefined || attempt >= maxTries) throw await noToken(response, this.#base, waitMs);
      await discard(response);
      await this.#wait(waitMs);
    }
  }

  #askForToken(attempt: number): Promise<Response | undefined> {
    const { client_id, client_secret } = this.#options.config;
    return this.#fetch(new URL(`${this.#base}/oauth2/token`), attempt, {
      method: 'POST',
      body: new URLSearchParams({ client_id, client_secret }),
    });
  }

  #wait(ms: number): Promise<void> {
    const { signal, wait = waiting } = this.#options;
    return wait(Math.min(ms, longestWaitMs), signal);
  }
}

function waiting(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal });
}

/** How long to wait before the same request may succeed; undefined where it never will by itself. */
function retryWaitMs({ status, headers }: Response, attempt: number, now: number): number | undefined {
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    if (Number.isFinite(seconds)) return Math.max(seconds, 0) * 1000;
    // Epoch seconds at which requests are free again.
    const until = Number(headers.get('x-ratelimit-retryafter') ?? Number.NaN);
    return Number.isFinite(until) ? Math.max(until * 1000 - now, 0) + 250 : 1000 * 2 ** attempt;
  }
  return status >= 500 || status === 408 ? 500 * 2 ** attempt : undefined;
}

async function refusal(
  response: Response,
  { path, scope }: ApiRequest,
  base: string,
  waitMs: number | undefined,
): Promise<StreamError> {
  const { status } = response;
  const said = await saidBy(response);
  if (status === 403) {
    return new StreamError('permission_denied', `${base}${path} is denied: the API client needs the scope "${scope}".`);
  }
  if (status === 401) return new StreamError('permission_denied', `${base} does not take the token of the API client.`);
  if (status === 429) {
    return new StreamError('upstream_throttled', `${base}${path} is throttled`, {
      retryable: true,
      ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
    });
  }
  return new StreamError(
    status >= 500 ? 'upstream_unreachable' : 'upstream_refused',
    `${base}${path} answered ${status}: ${said}`,
    {
      retryable: status >= 500,
    },
  );
}

async function noToken(response: Response, base: string, waitMs: number | undefined): Promise<StreamError> {
  const { status } = response;
  await discard(response);
  if (waitMs !== undefined) {
    return new StreamError('upstream_unreachable', `${base}/oauth2/token answered ${status}`, {
      retryable: true,
      retryAfterMs: waitMs,
    });
  }
  return new StreamError(
    'permission_denied',
    `${base}/oauth2/token answered ${status}: client_id or client_secret is wrong, or the tenant is in another cloud.`,
  );
}

async function saidBy(response: Response): Promise<string> {
  try {
    const [first] = answerOf(await readJson(response)).errors;
    return first?.message ?? 'no reason';
  } catch {
    return 'no reason';
  }
}

async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  for await (const chunk of response.body ?? []) {
    byteLength += chunk.length;
    if (byteLength > maxAnswerBytes)
      throw new StreamError('upstream_refused', `${response.url} answered more than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  try {
    return parseJson(Buffer.concat(chunks).toString());
  } catch {
    throw new StreamError('upstream_refused', `${response.url} answered something that is not JSON`, {
      retryable: true,
    });
  }
}

function answerOf(value: unknown): ApiAnswer {
  const { resources, errors } = fieldsOf(value);
  return {
    resources: Array.isArray(resources) ? resources : [],
    errors: Array.isArray(errors) ? errors.map(fieldsOf) : [],
  };
}

export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

async function discard(response: Response): Promise<void> {
  await response.body?.cancel();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
}
