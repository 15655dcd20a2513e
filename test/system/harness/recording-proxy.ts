import { once } from 'node:events';
import { createServer } from 'node:http';

export interface RecordingProxy {
  readonly endpoint: string;
  /** Bodies of the requests so far, oldest first. */
  readonly bodies: readonly string[];
  close(): Promise<void>;
}

/** Passes HTTP requests on to a server and keeps what they said. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const bodies: string[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      const names = ['authorization', 'content-type', 'x-amz-date', 'x-amz-security-token'] as const;
      const headers = names.flatMap((name) => {
        const value = incoming.headers[name];
        return typeof value === 'string' ? [[name, value] as const] : [];
      });
      const answer = await fetch(`${target}${incoming.url}`, {
        method: incoming.method ?? 'POST',
        headers: [...headers].map(([name, value]) => [name, value] as [string, string]),
        body,
      });
      outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/xml' });
      outgoing.end(await answer.text());
    })().catch(() => outgoing.writeHead(502).end());
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
