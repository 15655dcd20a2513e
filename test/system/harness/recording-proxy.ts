import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

export interface RecordingProxy {
  readonly endpoint: string;
  /** Bodies of the requests so far, oldest first. */
  readonly bodies: readonly string[];
  close(): Promise<void>;
}

/**
 * Passes HTTP requests on to the server that `targetOf` names, with the headers that they came with (their signature covers the host), and keeps
 * what they said. Those that `refuse` names an answer for get it, with 403.
 */
export async function startRecordingProxy(
  targetOf: (body: string) => string,
  refuse: (body: string) => string | undefined = () => undefined,
): Promise<RecordingProxy> {
  const bodies: string[] = [];
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    bodies.push(body.toString());
    const refusal = refuse(body.toString());
    if (refusal === undefined) await passOn(targetOf(body.toString()), incoming, body, outgoing);
    else outgoing.writeHead(403, { 'content-type': 'text/xml' }).end(refusal);
  };
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => outgoing.writeHead(502).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has to have a port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    bodies,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function passOn(
  target: string,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<void> {
  const { method, headers, url } = incoming;
  const forwarded = request(`${target}${url}`, { method, headers, agent: false }).end(body);
  const [answer]: IncomingMessage[] = await once(forwarded, 'response');
  if (answer === undefined) return;
  outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? 'text/xml' });
  answer.pipe(outgoing);
}
