import { randomUUID, timingSafeEqual } from 'node:crypto';

export interface ApiClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Bearer tokens of an OAuth2 token endpoint (client credentials), as long as they are good. */
export class Tokens {
  readonly #client: ApiClient;
  readonly #lifetimeSeconds: number;
  readonly #now: () => number;
  readonly #good = new Map<string, number>();

  constructor(client: ApiClient, lifetimeSeconds: number, now: () => number) {
    this.#client = client;
    this.#lifetimeSeconds = lifetimeSeconds;
    this.#now = now;
  }

  /** Answers `POST /oauth2/token`: the client's id and secret in the form, or by Basic authentication. */
  async grant(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const [id, secret] = basicOf(request) ?? [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
    if (form.get('grant_type') !== 'client_credentials')
      return Response.json({ error: 'unsupported_grant_type' }, { status: 400 });
    if (!same(id, this.#client.clientId) || !same(secret, this.#client.clientSecret))
      return Response.json({ error: 'invalid_client' }, { status: 401 });
    const token = randomUUID();
    this.#good.set(token, this.#now() + this.#lifetimeSeconds * 1000);
    return Response.json({ access_token: token, token_type: 'bearer', expires_in: this.#lifetimeSeconds });
  }

  isGood(request: Request): boolean {
    const [, token = ''] = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    return (this.#good.get(token) ?? 0) > this.#now();
  }

  expire(): void {
    this.#good.clear();
  }
}

function basicOf(request: Request): readonly [string, string] | undefined {
  const [, encoded] = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
