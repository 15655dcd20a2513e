import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PeerCertificate, TLSSocket, TlsOptions } from 'node:tls';
import { createSecureContext } from 'node:tls';
import { tlsFileError } from '../../../errors.ts';
import type { TlsConfig } from '../config.ts';

/** Time that a sender has for its handshake. */
const handshakeTimeoutMs = 10_000;

/** Reads the files and checks that key and certificates can be used. Throws a `StreamError` naming the file. */
export async function readTlsOptions(config: TlsConfig): Promise<TlsOptions> {
  const key = await readPem('key_file', config.keyFile);
  const cert = await readPem('certificate_file', config.certificateFile);
  const ca = config.caFile === undefined ? undefined : await readPem('ca_file', config.caFile);
  check('certificate_file', config.certificateFile, () => createSecureContext({ cert }));
  check('key_file', config.keyFile, () => createSecureContext({ key, cert }));
  // A context would take an authority without any certificate, and then refuse everyone.
  if (ca !== undefined) check('ca_file', config.caFile ?? '', () => new X509Certificate(ca));
  return {
    key,
    cert,
    ...(ca === undefined ? {} : { ca }),
    minVersion: 'TLSv1.2',
    maxVersion: config.maxVersion,
    handshakeTimeout: handshakeTimeoutMs,
    requestCert: ca !== undefined,
    rejectUnauthorized: config.requireClientCertificate,
  };
}

/** Subject of the certificate that a sender proved, as `CN=host.example.com,O=Example`. */
export function certificateSubject(socket: TLSSocket): string | undefined {
  if (!socket.authorized) return undefined;
  const subject: PeerCertificate['subject'] | undefined = socket.getPeerCertificate().subject;
  if (subject === undefined) return undefined;
  return Object.entries(subject)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(',');
}

async function readPem(key: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw tlsFileError(key, path, error);
  }
}

function check(key: string, path: string, use: () => unknown): void {
  try {
    use();
  } catch (error) {
    throw tlsFileError(key, path, error);
  }
}
