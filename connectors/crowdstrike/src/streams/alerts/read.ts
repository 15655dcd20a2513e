import { setTimeout as sleep } from 'node:timers/promises';
import { BatchBuilder, StreamError, type Batch, type Origin, type ReadContext } from '@sluice/connector';
import { ApiClient, fieldsOf } from '../../api/client.ts';
import { baseUrlOf } from '../../api/config.ts';
import type { AlertsConfig } from './config.ts';
import { fromCursor, movedTo, startingAt, toCursor, versionKey, type AlertsPosition } from './cursor.ts';

const scope = 'Alerts: read';
/** No page reaches further into a result than this; CrowdStrike refuses what lies beyond. */
const furthest = 10_000;
const maxTries = 4;

/** One version of an alert, as it was read. */
interface Version {
  readonly key: string;
  readonly json: Buffer;
  /** When it changed; absent where it does not say. */
  readonly changed?: { readonly text: string; readonly at: number };
}

/** Yields each version of each alert once, in the order of their changes. */
export async function* readAlerts(context: ReadContext<AlertsConfig>): AsyncGenerator<Batch, void, undefined> {
  const { config, signal, now, cursor } = context;
  const api = new ApiClient({ config, signal, now });
  const origin: Origin = { transport: 'https', path: `${baseUrlOf(config)}/alerts/entities/alerts/v2` };
  let position = fromCursor(cursor) ?? startingAt(now() - config.look_back);
  try {
    while (!signal.aborted) {
      for await (const page of pages(api, position, context)) {
        position = page.position;
        yield batchOf(page, origin, now());
      }
      await sleep(config.poll_every, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

interface Page {
  readonly versions: readonly Version[];
  readonly position: AlertsPosition;
}

function batchOf({ versions, position }: Page, origin: Origin, receivedAt: number): Batch {
  const builder = new BatchBuilder();
  for (const { json } of versions) builder.add(json, 0, json.length, origin);
  return builder.take({ receivedAt, cursor: toCursor(position) });
}

/**
 * All that changed since the position. The next page is asked for by time, not by its place: an alert that changes
 * meanwhile moves to the end, and those behind it would move up past a place. Places only count among alerts of one time.
 */
async function* pages(api: ApiClient, from: AlertsPosition, context: ReadContext<AlertsConfig>): AsyncGenerator<Page> {
  const { config, log } = context;
  let position = from;
  let since = new Date(Date.parse(from.updated) - config.overlap).toISOString();
  let offset = 0;
  for (;;) {
    const { ids, askedAt } = await query(api, since, offset, config);
    const found = ids.length === 0 ? [] : await entities(api, ids, log);
    const fresh = found.filter(({ key }) => !position.seen.has(key));
    const reached = latest(found, askedAt);
    if (fresh.length > 0) {
      const upTo = reached ?? position.updated;
      const read = new Map(fresh.map(({ key, changed }) => [key, changed?.at ?? Date.parse(upTo)]));
      position = movedTo(position, upTo, read, config.overlap);
      yield { versions: fresh, position };
    }
    if (ids.length < config.page_size) return;
    if (reached !== undefined && Date.parse(reached) > Date.parse(since)) {
      since = reached;
      offset = 0;
    } else offset += ids.length;
    if (offset >= furthest) return;
  }
}

/**
 * The latest change that was there when the page was asked for. An alert that changed between the question for ids and
 * that for alerts is newer: going on from it would skip what lies between.
 */
function latest(found: readonly Version[], askedAt: number): string | undefined {
  let last: Version['changed'];
  for (const { changed } of found)
    if (changed !== undefined && changed.at <= askedAt && (last === undefined || changed.at >= last.at)) last = changed;
  return last?.text;
}

async function query(
  api: ApiClient,
  since: string,
  offset: number,
  config: AlertsConfig,
): Promise<{ readonly ids: readonly string[]; readonly askedAt: number }> {
  const time = `updated_timestamp:>='${since}'`;
  const response = await api.send({
    path: '/alerts/queries/alerts/v2',
    query: {
      filter: config.filter === undefined ? time : `${time}+(${config.filter})`,
      sort: 'updated_timestamp.asc',
      limit: String(config.page_size),
      offset: String(offset),
    },
    scope,
  });
  // The clock of the server, less the second that its header leaves out and one for the way.
  const said = Date.parse(response.headers.get('date') ?? '');
  const { resources } = fieldsOf(await response.json());
  const ids = Array.isArray(resources) ? resources.filter((id) => typeof id === 'string') : [];
  return { ids, askedAt: Number.isNaN(said) ? Number.MAX_SAFE_INTEGER : said - 2000 };
}

/**
 * The alerts themselves, in the order of their changes. An answer may hold some of them only (207): the rest is asked
 * for again; those that are gone meanwhile are left out, those that fail for another reason stop the reading here.
 */
async function entities(
  api: ApiClient,
  ids: readonly string[],
  log: ReadContext<AlertsConfig>['log'],
): Promise<readonly Version[]> {
  const found = new Map<string, Version>();
  for (let attempt = 1; ; attempt++) {
    const missing = ids.filter((id) => !found.has(id));
    const body = { composite_ids: missing };
    const { resources, errors } = await api.ask({ method: 'POST', path: '/alerts/entities/alerts/v2', body, scope });
    for (const resource of resources) keep(found, resource);
    const failures = errors.filter(({ code }) => code !== 404);
    if (failures.length === 0 || missing.every((id) => found.has(id))) break;
    const [{ message = 'no reason' } = {}] = failures;
    if (attempt >= maxTries) {
      throw new StreamError('upstream_unreachable', `some of ${ids.length} alerts could not be read: ${message}`, {
        retryable: true,
      });
    }
    log.warn('some alerts could not be read; they are asked for again', { missing: ids.length - found.size, message });
  }
  return [...found.values()].toSorted((one, other) => (one.changed?.at ?? 0) - (other.changed?.at ?? 0));
}

/**
 * Keeps a version. What the API gives in place of an alert is kept too: it is rejected, and not lost. It has no id, and its
 * place in an answer that holds a part only does not tell for which id it stands, so what it says is what it is known by.
 */
function keep(found: Map<string, Version>, resource: unknown): void {
  const { composite_id: given, updated_timestamp: time } = fieldsOf(resource);
  const text = JSON.stringify(resource);
  const id = typeof given === 'string' ? given : text;
  const json = Buffer.from(text);
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (typeof time !== 'string' || Number.isNaN(at)) found.set(id, { key: versionKey(id, text), json });
  else found.set(id, { key: versionKey(id, time), json, changed: { text: time, at } });
}
