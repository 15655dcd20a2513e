import { setTimeout as sleep } from 'node:timers/promises';
import { BatchBuilder, type Batch, type ReadContext } from '@sluice/connector';
import { Api, type Page } from './api.ts';
import type { EventsConfig } from './config.ts';

/** Gives out the records of an API, a page at a time. The cursor is the API's own. */
export async function* readEvents({ config, cursor, signal, now }: ReadContext<EventsConfig>): AsyncGenerator<Batch> {
  const api = new Api(config, signal);
  const origin = { transport: 'https', path: config.url };
  for (let after = typeof cursor === 'string' ? cursor : ''; !signal.aborted;) {
    const page = await nextPage(api, after, signal);
    if (page === undefined) return;
    if (page.records.length === 0) {
      await sleep(config.poll_every, undefined, { signal }).catch(() => undefined);
      continue;
    }
    const builder = new BatchBuilder();
    for (const record of page.records) {
      const bytes = Buffer.from(JSON.stringify(record));
      builder.add(bytes, 0, bytes.length, origin);
    }
    after = page.next;
    yield builder.take({ receivedAt: now(), cursor: after });
  }
}

/** Undefined where the reader was told to stop while it waited. */
async function nextPage(api: Api, after: string, signal: AbortSignal): Promise<Page | undefined> {
  try {
    return await api.page(after);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
