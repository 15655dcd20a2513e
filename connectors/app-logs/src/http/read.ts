import type { Batch, ReadContext } from '@sluice/connector';
import type { EndpointConfig } from './config.ts';
import { Inbox } from './inbox.ts';
import type { Protocol } from './server.ts';

/** Listens until it is told to stop, then gives out what was received. */
export async function* readEndpoint(
  context: ReadContext<{ readonly endpoint: EndpointConfig }>,
  protocol: Protocol,
): AsyncGenerator<Batch, void, undefined> {
  const { signal, log, now, reportBacklog } = context;
  if (signal.aborted) return;
  const config = context.config.endpoint;
  const inbox = new Inbox(config.maxPendingBytes);
  // Loaded by who listens: an HTTP server weighs as much as all that a follower of files needs of Node.js.
  const { openEndpoint } = await import('./server.ts');
  const endpoint = await openEndpoint({ config, protocol, inbox, log, now });
  // The inbox goes on taking what is being received, or its senders would be told to send it again to nobody.
  const stop = (): void => void endpoint.drain().then(() => inbox.close());
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    for await (const batch of inbox.batches()) {
      reportBacklog(inbox.pendingBytes);
      yield batch;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    endpoint.close();
    inbox.abandon();
  }
}
