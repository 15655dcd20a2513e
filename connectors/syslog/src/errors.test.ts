import { expect, test } from 'vitest';
import { listenError, socketLostError, tlsFileError } from './errors.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`bind ${code}`), { code });
}

test.each([
  ['EADDRINUSE', 'address_in_use', /another port/],
  ['EACCES', 'permission_denied', /CAP_NET_BIND_SERVICE/],
  ['EPERM', 'permission_denied', /grant the right/],
  ['EADDRNOTAVAIL', 'bad_config', /0\.0\.0\.0/],
  ['ENOTFOUND', 'bad_config', /write an IP address/],
  ['ENOENT', 'not_found', /folder/],
  ['EWHATEVER', 'bad_config', /EWHATEVER/],
])('names place and remedy for %s', (code, expected, remedy) => {
  const cause = systemError(code);
  const error = listenError('udp 192.0.2.1 port 514', cause);
  expect(error).toMatchObject({ code: expected, retryable: false, cause });
  expect(error.message).toContain('udp 192.0.2.1 port 514');
  expect(error.message).toMatch(remedy);
});

test.each([
  ['no error', 'away', 'The system said: away.'],
  ['nothing', undefined, 'The system said: undefined.'],
  ['an error without a code', new Error('away'), 'The system said: away.'],
  ['a code that is no text', Object.assign(new Error('away'), { code: 7 }), 'The system said: away.'],
])('says what the system said for %s', (_name, cause, expected) => {
  expect(listenError('unix /run/log', cause).message).toBe(`Cannot listen on unix /run/log. ${expected}`);
});

test('names key and path of a file for TLS, and why it cannot be used', () => {
  const cause = new Error('bad header');
  expect(tlsFileError('ca_file', 'ca.pem', cause)).toMatchObject({
    code: 'bad_config',
    message: 'Cannot use ca_file ca.pem: expected a readable PEM file. bad header.',
    cause,
  });
  expect(tlsFileError('ca_file', 'ca.pem', 'away').message).toMatch(/file\. away\.$/);
});

test('lets a socket that failed later be opened again', () => {
  const cause = systemError('ENOBUFS');
  const error = socketLostError('udp 192.0.2.1 port 514', cause);
  expect(error).toMatchObject({ code: 'upstream_unreachable', retryable: true, cause });
  expect(error.message).toBe('The socket on udp 192.0.2.1 port 514 failed: bind ENOBUFS. It is opened again.');
});
