import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningUpstream } from '@sluice/testing';

/** Senders of a stream that listens on a port of its own. Each record is a request. */
export async function startPosting(
  path: string,
  bodyOf: (record: string) => string,
  contentType = 'application/json',
): Promise<RunningUpstream> {
  const port = await freePort();
  const token = 'kit-token';
  return {
    config: { port, bearer_tokens: [token], acknowledge: 'received' },
    async feed(records) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': contentType };
      let patienceMs = 20_000;
      for (const record of records) {
        const request = { method: 'POST', headers, body: bodyOf(record) };
        if (await sent(`http://127.0.0.1:${port}${path}`, request, patienceMs)) patienceMs = 200;
      }
    },
    stop: () => Promise.resolve(),
  };
}

/** Tries until somebody listens; a listener that was there and went away is not waited for: such a sender gives up. */
async function sent(url: string, request: RequestInit, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited <= patienceMs; waited += 20) {
    const response = await fetch(url, request).catch(() => undefined);
    if (response?.ok === true) return true;
    await sleep(20);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
