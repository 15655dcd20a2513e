import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What happens to a request instead of being passed on. */
type Fault =
  /** The server is not asked; this is the answer. */
  | { readonly kind: 'refuse'; readonly status: number; readonly code: string; readonly message?: string }
  /** Nobody ever answers. */
  | { readonly kind: 'silence' }
  /** The connection is reset after so many bytes of the body. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** The server is asked and does what it is told; its answer is lost with the connection. */
  | { readonly kind: 'lose-answer' };

export interface FaultProxy {
  readonly endpoint: string;
  /** Asked for each request. Undefined: it is passed on. */
  fault: (request: { readonly method: string; readonly url: string }) => Fault | undefined;
  /** How many faults there were. */
  readonly faults: number;
  /** Nothing listens any more: connections are refused. */
  down(): Promise<void>;
  /** Listens again, on the same port. */
  up(): Promise<void>;
  close(): Promise<void>;
}

/** Stands in front of an S3 server. Headers go through as they are: the signature covers the host. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let faults = 0;
  let port = 0;
  let server: Server | undefined;
  const proxy: FaultProxy = {
    get endpoint() {
      return `http://127.0.0.1:${port}`;
    },
    get faults() {
      return faults;
    },
    fault: () => undefined,
    async up() {
      server = createServer((incoming, outgoing) => {
        const { method = 'GET', url = '/' } = incoming;
        const fault = proxy.fault({ method, url });
        if (fault !== undefined) faults++;
        const { socket } = incoming;
        void handle(target, fault, incoming, outgoing).catch(() => socket.destroy());
      });
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      if (address !== null && typeof address === 'object') port = address.port;
    },
    async down() {
      const closing = server;
      server = undefined;
      if (closing === undefined) return;
      const closed = once(closing, 'close');
      closing.close();
      closing.closeAllConnections();
      await closed;
    },
    close: () => proxy.down(),
  };
  await proxy.up();
  return proxy;
}

async function handle(
  target: string,
  fault: Fault | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  switch (fault?.kind) {
    case 'silence':
      incoming.resume();
      return;
    case 'reset':
      return resetAfter(incoming, fault.afterBytes);
    case 'refuse': {
      await bodyOf(incoming);
      const text = `<?xml version="1.0"?><Error><Code>${fault.code}</Code><Message>${fault.message ?? ''}</Message></Error>`;
      outgoing.writeHead(fault.status, { 'content-type': 'application/xml' }).end(text);
      return;
    }
    case 'lose-answer':
      return loseAnswer(target, incoming);
    case undefined: {
      const answer = await passOn(target, incoming);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }
  }
}

async function loseAnswer(target: string, incoming: IncomingMessage): Promise<void> {
  // A request that was read to its end no longer has its socket.
  const { socket } = incoming;
  (await passOn(target, incoming)).resume();
  socket.destroy();
}

async function resetAfter(incoming: IncomingMessage, bytes: number): Promise<void> {
  const { socket } = incoming;
  let seen = 0;
  for await (const chunk of incoming) {
    seen += (chunk as Buffer).byteLength;
    if (seen >= bytes) break;
  }
  socket.resetAndDestroy();
}

async function passOn(target: string, incoming: IncomingMessage): Promise<IncomingMessage> {
  const { method, headers, url } = incoming;
  const forwarded = request(`${target}${url}`, { method, headers, agent: false });
  forwarded.end(await bodyOf(incoming));
  const [answer]: IncomingMessage[] = await once(forwarded, 'response');
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
