import { StreamError } from '@sluice/connector';
import { parseJson } from '@sluice/connector/records';
import type { EventsConfig } from './config.ts';

/** A page of records, and where the next begins. */
export interface Page {
  readonly records: readonly unknown[];
  readonly next: string;
}

/** The vendor's API: asks for a token when it has none, and for another when that one is refused. */
export class Api {
  readonly #config: EventsConfig;
  readonly #signal: AbortSignal;
  #token: string | undefined;

  constructor(config: EventsConfig, signal: AbortSignal) {
    this.#config = config;
    this.#signal = signal;
  }

  async page(after: string): Promise<Page> {
    const url = new URL(`/records?after=${encodeURIComponent(after)}`, this.#config.url);
    let response = await this.#get(url);
    if (response.status === 401) {
      this.#token = undefined;
      response = await this.#get(url);
    }
    const { records, next } = await bodyOf(response);
    if (!Array.isArray(records) || typeof next !== 'string')
      throw new StreamError('upstream_refused', `${this.#config.url} gave a page without "records" and "next".`);
    return { records, next };
  }

  async #get(url: URL): Promise<Response> {
    this.#token ??= await this.#newToken();
    return this.#send(url, { headers: { authorization: `Bearer ${this.#token}` } });
  }

  async #newToken(): Promise<string> {
    const { client_id, client_secret } = this.#config;
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret });
    const response = await this.#send(new URL('/oauth2/token', this.#config.url), { method: 'POST', body });
    const { access_token: token } = await bodyOf(response);
    if (typeof token !== 'string') throw new StreamError('upstream_refused', `${response.url} gave no access_token.`);
    return token;
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, { ...init, signal: AbortSignal.any([this.#signal, AbortSignal.timeout(60_000)]) });
    } catch (cause) {
      throw unreachable(url.href, cause);
    }
  }
}

async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  if (!response.ok) {
    await response.body?.cancel();
    throw errorOf(response);
  }
  try {
    return parseJson(await response.text()) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw unreachable(response.url, cause);
  }
}

/** The message names what was asked and what came back, never what was sent along. */
function errorOf({ status, url, headers }: Response): StreamError {
  if (status === 429) {
    const retryAfterMs = 1000 * (Number(headers.get('retry-after')) || 1);
    return new StreamError('upstream_throttled', `${url} asks to slow down.`, { retryable: true, retryAfterMs });
  }
  if (status >= 500) return new StreamError('upstream_unreachable', `${url} answers ${status}.`, { retryable: true });
  if (status === 401 || status === 403)
    return new StreamError(
      'permission_denied',
      `${url} answers ${status}: check client_id, client_secret and its scopes.`,
    );
  return new StreamError('upstream_refused', `${url} answers ${status}.`);
}

function unreachable(url: string, cause: unknown): StreamError {
  return new StreamError('upstream_unreachable', `${url} cannot be reached, or broke off.`, { retryable: true, cause });
}
