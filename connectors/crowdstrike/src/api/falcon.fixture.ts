import { serve, type ServedService } from '@sluice/testing/upstreams';

/** An alert as far as the API itself looks at it. */
export interface StoredAlert {
  readonly composite_id: string;
  readonly updated_timestamp: string;
  readonly [name: string]: unknown;
}

/** What the API gives for an id, whatever it is, and when that changed. */
interface Stored {
  readonly value: unknown;
  readonly updated: number;
}

/** The API of Falcon in memory: tokens that end, limits, partial answers, and alerts that change while they are read. */
export interface FakeFalcon {
  readonly server: ServedService;
  readonly alerts: Map<string, Stored>;
  /** Paths that were asked for, in order. */
  readonly requests: string[];
  /** What was asked of the search for ids, in order. */
  readonly queries: URLSearchParams[];
  /** Ids that are left out of the next answers, with an error each. */
  readonly failing: Map<string, number>;
  /** Answers given instead of the next ones. */
  readonly answers: Response[];
  /** Called after the ids of a page were found and before they are told. */
  onQuery: () => void;
  put(...alerts: readonly StoredAlert[]): void;
  /** Stores any value under an id. */
  putAs(id: string, value: unknown, updated: string): void;
  /** Alerts that were handed out. */
  taken: number;
  /** Takes back all tokens that were given out. */
  expireTokens(): void;
}

export const apiKeys = { client_id: 'client-of-falcon', client_secret: 'secret-of-falcon' };

export async function startFalcon(): Promise<FakeFalcon> {
  let token = 1;
  const falcon: Omit<FakeFalcon, 'server'> = {
    alerts: new Map(),
    requests: [],
    queries: [],
    failing: new Map(),
    answers: [],
    onQuery: () => undefined,
    put: (...alerts) => alerts.forEach((alert) => falcon.putAs(alert.composite_id, alert, alert.updated_timestamp)),
    putAs: (id, value, updated) => void falcon.alerts.set(id, { value, updated: Date.parse(updated) }),
    taken: 0,
    expireTokens: () => void (token += 1),
  };
  const server = await serve(async (request) => {
    const url = new URL(request.url);
    falcon.requests.push(`${request.method} ${url.pathname}`);
    if (url.pathname === '/alerts/queries/alerts/v2') falcon.queries.push(url.searchParams);
    if (url.pathname === '/oauth2/token') return tokenAnswer(await request.text(), token);
    const planned = falcon.answers.shift();
    if (planned !== undefined) return planned;
    if (request.headers.get('authorization') !== `Bearer token-${token}`)
      return refused(401, 'access denied, invalid bearer token');
    if (url.pathname === '/alerts/queries/alerts/v2') return found(falcon, url.searchParams);
    if (url.pathname === '/alerts/entities/alerts/v2') return read(falcon, await request.json());
    return refused(404, 'no such path');
  });
  return Object.assign(falcon, { server });
}

function tokenAnswer(form: string, token: number): Response {
  const given = new URLSearchParams(form);
  const isRight = given.get('client_id') === apiKeys.client_id && given.get('client_secret') === apiKeys.client_secret;
  if (!isRight) return refused(403, 'access denied, invalid client');
  return Response.json({ access_token: `token-${token}`, token_type: 'bearer', expires_in: 1799 }, { status: 201 });
}

function refused(code: number, message: string): Response {
  return Response.json({ meta: {}, resources: [], errors: [{ code, message }] }, { status: code });
}

function found(falcon: Omit<FakeFalcon, 'server'>, query: URLSearchParams): Response {
  const since = /updated_timestamp:>='([^']+)'/.exec(query.get('filter') ?? '')?.[1] ?? '';
  const offset = Number(query.get('offset'));
  // Unless it is told otherwise, the API gives the newest first.
  const isAscending = query.get('sort') === 'updated_timestamp.asc';
  const ids = [...falcon.alerts]
    .filter(([, { updated }]) => updated >= Date.parse(since))
    .toSorted(([, one], [, other]) => (isAscending ? one.updated - other.updated : other.updated - one.updated))
    .map(([id]) => id);
  const page = ids.slice(offset, offset + Number(query.get('limit')));
  falcon.onQuery();
  return Response.json(
    { meta: { pagination: { offset, total: ids.length } }, resources: page, errors: [] },
    { headers: { date: new Date().toUTCString() } },
  );
}

function read(falcon: Omit<FakeFalcon, 'server'>, body: unknown): Response {
  const { composite_ids: ids } = body as { composite_ids: string[] };
  const errors: object[] = [];
  const resources = ids.flatMap((id) => {
    const left = falcon.failing.get(id) ?? 0;
    const alert = falcon.alerts.get(id);
    if (alert !== undefined && left === 0) return [alert.value];
    falcon.failing.set(id, left - 1);
    errors.push({ code: alert === undefined ? 404 : 500, message: `alert ${id}`, id });
    return [];
  });
  falcon.taken += resources.length;
  return Response.json({ meta: {}, resources, errors }, { status: errors.length > 0 ? 207 : 200 });
}
