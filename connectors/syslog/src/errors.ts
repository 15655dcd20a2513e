import { StreamError, type StreamErrorCode } from '@sluice/connector';

/** The stable error for a socket that cannot listen, with what to do about it. */
export function listenError(place: string, cause: unknown): StreamError {
  const { code, remedy } = explanations[systemCode(cause)] ?? {
    code: 'bad_config' as const,
    remedy: `The system said: ${cause instanceof Error ? cause.message : String(cause)}.`,
  };
  return new StreamError(code, `Cannot listen on ${place}. ${remedy}`, { cause });
}

/** A socket that listened and failed later. Listening again may help, so it is retryable. */
export function socketLostError(place: string, cause: Error): StreamError {
  const message = `The socket on ${place} failed: ${cause.message}. It is opened again.`;
  return new StreamError('upstream_unreachable', message, { cause, retryable: true });
}

/** The stable error for a TLS file that cannot be read or used. */
export function tlsFileError(key: string, path: string, cause: unknown): StreamError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StreamError('bad_config', `Cannot use ${key} ${path}: expected a readable PEM file. ${why}.`, { cause });
}

const explanations: Readonly<Record<string, { code: StreamErrorCode; remedy: string }>> = {
  EADDRINUSE: {
    code: 'address_in_use',
    remedy: 'Another process listens there: stop it (often rsyslog or a second copy of this), or choose another port.',
  },
  EACCES: {
    code: 'permission_denied',
    remedy:
      'Ports below 1024 need the capability CAP_NET_BIND_SERVICE on Linux, and a socket path needs a folder one may write to: grant it, or choose a port such as 5514 or 6514.',
  },
  EPERM: {
    code: 'permission_denied',
    remedy: 'The system forbids it to this user: grant the right, or choose another port.',
  },
  EADDRNOTAVAIL: {
    code: 'bad_config',
    remedy: 'This machine has no such address: use one that it has, 127.0.0.1 for itself only, or 0.0.0.0 for all.',
  },
  ENOTFOUND: { code: 'bad_config', remedy: 'The name has no address: write an IP address.' },
  ENOENT: { code: 'not_found', remedy: 'The folder of the socket does not exist: make it first.' },
};

function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
