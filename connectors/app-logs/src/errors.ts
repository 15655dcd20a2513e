import { StreamError, type StreamErrorCode } from '@sluice/connector';

/** The stable error for an address that cannot be listened on, with what to do about it. */
export function listenError(place: string, cause: unknown): StreamError {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const why = explanations[code] ?? { code: 'bad_config' as const, remedy: `The system said: ${String(cause)}.` };
  return new StreamError(why.code, `Cannot listen on ${place}. ${why.remedy}`, { cause });
}

/** The stable error for a TLS file that cannot be read or used. */
export function tlsFileError(key: string, path: string, cause: unknown): StreamError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StreamError('bad_config', `Cannot use ${key} ${path}: expected a readable PEM file. ${why}.`, { cause });
}

const explanations: Readonly<Record<string, { readonly code: StreamErrorCode; readonly remedy: string }>> = {
  EADDRINUSE: { code: 'address_in_use', remedy: 'Another process listens there: stop it, or choose another port.' },
  EACCES: {
    code: 'permission_denied',
    remedy:
      'Ports below 1024 need the capability CAP_NET_BIND_SERVICE on Linux: grant it, or choose a port such as 8080.',
  },
  EADDRNOTAVAIL: {
    code: 'bad_config',
    remedy: 'This machine has no such address: use one that it has, 127.0.0.1 for itself only, or 0.0.0.0 for all.',
  },
};
