import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { beforeAll, expect, test } from 'vitest';
import { parseConfig, startListening } from '../read.fixture.ts';
import { closed, connectTo } from '../sender.fixture.ts';
import { readTlsOptions } from './tls-options.ts';

interface Pair {
  readonly key: string;
  readonly cert: string;
}

let folder: string;
let authority: Pair;
let client: Pair;
let stranger: Pair;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'syslog-tls-'));
  authority = await certificate('Test CA', undefined);
  client = await certificate('web1.example.com', authority);
  stranger = await certificate('stranger.example.com', undefined);
  const server = await certificate('localhost', authority);
  writeFileSync(join(folder, 'key.pem'), server.key);
  writeFileSync(join(folder, 'cert.pem'), server.cert);
  writeFileSync(join(folder, 'ca.pem'), authority.cert);
  writeFileSync(join(folder, 'other-key.pem'), stranger.key);
});

test('reads messages over TLS', async () => {
  const listening = await startListening({ listen: [tlsListener()] });
  const socket = await connectTls(listening.ports[0], {});
  socket.end('9 <13>one\n\n<13>two\n');
  expect(await listening.received(2)).toEqual(['<13>one', '<13>two']);
  expect(listening.batches[0]?.origins[0]).toMatchObject({ transport: 'tls', address: '127.0.0.1' });
  await listening.stop();
});

test.each(['TLSv1.2', 'TLSv1.3'])('agrees on %s where that is the newest it may', async (version) => {
  const listening = await startListening({ listen: [tlsListener({ max_version: version })] });
  const socket = await connectTls(listening.ports[0], {});
  expect(socket.getProtocol()).toBe(version);
  socket.end('<13>one\n');
  await listening.received(1);
  await listening.stop();
});

test('agrees on nothing older than TLS 1.2, and gives a handshake ten seconds', async () => {
  const [tls] = parseConfig({ listen: [tlsListener()] }).listen;
  if (tls?.transport !== 'tls') throw new Error('This is no TLS.');
  expect(await readTlsOptions(tls)).toMatchObject({ minVersion: 'TLSv1.2', handshakeTimeout: 10_000 });
});

test('keeps the subject of the certificate that a sender proved', async () => {
  const listening = await startListening({
    listen: [tlsListener({ ca_file: 'ca.pem', require_client_certificate: true })],
  });
  const socket = await connectTls(listening.ports[0], client);
  socket.end('<13>one\n');
  await listening.received(1);
  expect(listening.batches[0]?.origins[0]?.certificateSubject).toBe('CN=web1.example.com,O=Example');
  await listening.stop();
});

test.each([
  ['without a certificate', () => ({})],
  ['with a certificate of another authority', () => stranger],
])('refuses a sender %s where one is required', async (_name, options) => {
  const listening = await startListening({
    listen: [tlsListener({ ca_file: 'ca.pem', require_client_certificate: true })],
  });
  const socket = connect({
    host: '127.0.0.1',
    port: listening.ports[0],
    ca: authority.cert,
    servername: 'localhost',
    ...options(),
  });
  socket.on('error', () => {});
  socket.write('<13>one\n');
  await closed(socket);
  expect(await listening.stop()).toEqual([]);
  expect(listening.logged).toContain('refused connections: the TLS handshake failed');
});

test('does not believe a certificate that nobody vouches for', async () => {
  const listening = await startListening({ listen: [tlsListener({ ca_file: 'ca.pem' })] });
  const socket = await connectTls(listening.ports[0], stranger);
  socket.end('<13>one\n');
  await listening.received(1);
  expect(listening.batches[0]?.origins[0]).not.toHaveProperty('certificateSubject');
  await listening.stop();
});

test('ends though a connection never began its handshake', async () => {
  const listening = await startListening({ listen: [tlsListener()] });
  const silent = await connectTo(listening.ports[0]);
  const end = closed(silent);
  await listening.stop();
  await end;
});

test('ends though a sender stays connected, with what it said last', async () => {
  const listening = await startListening({ listen: [tlsListener()] });
  const socket = await connectTls(listening.ports[0], {});
  socket.on('error', () => {});
  const end = closed(socket);
  socket.write('<13>one\n<13>unfinished');
  await listening.received(1);
  expect(await listening.stop()).toEqual(['<13>one', '<13>unfinished']);
  await end;
});

test('hears others while one speaks no TLS', async () => {
  const listening = await startListening({ listen: [tlsListener()] });
  const plain = await connectTo(listening.ports[0]);
  plain.end('<13>plain text\n');
  await closed(plain.resume());
  const socket = await connectTls(listening.ports[0], {});
  socket.end('<13>one\n');
  expect(await listening.received(1)).toEqual(['<13>one']);
  await listening.stop();
});

test.each([
  ['a missing certificate', { certificate_file: 'none.pem' }, /certificate_file .*none\.pem/],
  ['an authority that is none', { ca_file: 'key.pem' }, /ca_file .*key\.pem/],
  ['a missing key', { key_file: 'none.pem' }, /key_file .*none\.pem/],
  ['a certificate that is none', { certificate_file: 'key.pem' }, /certificate_file .*key\.pem/],
  ['a key of another certificate', { key_file: 'other-key.pem' }, /key_file .*other-key\.pem/],
  ['a missing authority', { ca_file: 'none.pem' }, /ca_file .*none\.pem/],
])('names the file of %s', async (_name, files, message) => {
  await expect(startListening({ listen: [tlsListener(files)] })).rejects.toMatchObject({
    code: 'bad_config',
    message: expect.stringMatching(message),
  });
});

function tlsListener(options: Readonly<Record<string, string | boolean>> = {}): object {
  const files: Record<string, unknown> = { key_file: 'key.pem', certificate_file: 'cert.pem', ...options };
  for (const [name, value] of Object.entries(files))
    if (name.endsWith('_file')) files[name] = join(folder, String(value));
  return { transport: 'tls', port: 0, ...files };
}

async function connectTls(port: number | undefined, options: ConnectionOptions): Promise<TLSSocket> {
  const socket = connect({
    host: '127.0.0.1',
    port: port ?? 0,
    ca: authority.cert,
    servername: 'localhost',
    ...options,
  });
  await once(socket, 'secureConnect');
  return socket;
}

async function certificate(commonName: string, issuer: Pair | undefined): Promise<Pair> {
  const subject = [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: 'Example' },
  ];
  const made = await generate(subject, {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: issuer === undefined },
      { name: 'subjectAltName', altNames: [{ type: 2, value: commonName.replace(' ', '-') }] },
    ],
    ...(issuer === undefined ? {} : { ca: issuer }),
  });
  return { key: made.private, cert: made.cert };
}
