import { createChannel, type Batch, type Channel, type ReadContext } from '@sluice/connector';
import type { ListenConfig, MessagesConfig } from './config.ts';
import type { Listener, ListenerContext } from './listen/listener.ts';
import { listenStream } from './listen/stream.ts';
import { createSubnets } from './listen/subnets.ts';
import { listenUdp } from './listen/udp.ts';

/**
 * Listens on every configured socket and yields what arrives, in order of arrival within each connection.
 *
 * Each socket that is ready is logged as `listening` with its transport, address and port. Throws a `StreamError`
 * where one cannot listen; then none does.
 */
export async function* readMessages(context: ReadContext<MessagesConfig>): AsyncIterable<Batch> {
  if (context.signal.aborted) return;
  const channel = createChannel({ now: context.now });
  const listeners: Listener[] = [];
  const stop = (): void => void drain(listeners, channel);
  try {
    for (const listen of context.config.listen) listeners.push(await open(listen, listenerContext(context, channel)));
    context.signal.addEventListener('abort', stop);
    if (context.signal.aborted) stop();
    for await (const batch of channel.batches()) {
      context.reportBacklog(channel.pendingBytes);
      yield batch;
    }
  } finally {
    context.signal.removeEventListener('abort', stop);
    for (const listener of listeners) listener.close();
    channel.close();
  }
}

async function open(config: ListenConfig, context: ListenerContext): Promise<Listener> {
  return config.transport === 'udp' ? await listenUdp(config, context) : await listenStream(config, context);
}

function drain(listeners: readonly Listener[], channel: Channel): Promise<void> {
  return Promise.all(listeners.map((listener) => listener.drain())).then(
    () => channel.close(),
    (error: Error) => channel.close(error),
  );
}

function listenerContext(context: ReadContext<MessagesConfig>, channel: Channel): ListenerContext {
  const { config, log, now, reportDropped } = context;
  const allowed = config.allow === undefined ? undefined : createSubnets(config.allow);
  return {
    channel,
    config,
    log,
    now,
    reportDropped,
    allows: (address) => allowed === undefined || allowed.has(address),
  };
}
