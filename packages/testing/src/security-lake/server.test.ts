import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { startSecurityLakeEmulator } from './server.ts';

test('listens on the loopback address only', async () => {
  await using stack = new AsyncDisposableStack();
  const server = await startSecurityLakeEmulator();
  stack.defer(() => server.close());
  const { port } = new URL(server.endpoint);
  expect((await fetch(`http://127.0.0.1:${port}/v1/datalakes`)).status).toBe(403);
  const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  for (const { address } of others.filter(({ family, internal }) => family === 'IPv4' && !internal))
    await expect(fetch(`http://${address}:${port}/`, { signal: AbortSignal.timeout(2000) })).rejects.toThrow();
});

test('refuses a body of more than 2 MiB', async () => {
  await using stack = new AsyncDisposableStack();
  const server = await startSecurityLakeEmulator();
  stack.defer(() => server.close());
  const body = 'x'.repeat(3 * 1024 * 1024);
  const answer = await fetch(`${server.endpoint}/v1/datalake`, { method: 'POST', body }).then(
    ({ status }) => status,
    () => 'closed',
  );
  expect([413, 'closed']).toContain(answer);
});
