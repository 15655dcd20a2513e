import { expect, test } from 'vitest';
import { listenError, socketLostError } from './errors.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`bind ${code}`), { code });
}

test.each([
  ['EADDRINUSE', 'address_in_use', /another port/],
  ['EACCES', 'permission_denied', /CAP_NET_BIND_SERVICE/],
  ['EADDRNOTAVAIL', 'bad_config', /0\.0\.0\.0/],
  ['ENOENT', 'not_found', /folder/],
  ['EWHATEVER', 'bad_config', /EWHATEVER/],
])('names place and remedy for %s', (code, expected, remedy) => {
  const error = listenError('udp 192.0.2.1 port 514', systemError(code));
  expect(error).toMatchObject({ code: expected, retryable: false });
  expect(error.message).toContain('udp 192.0.2.1 port 514');
  expect(error.message).toMatch(remedy);
});

test('lets a socket that failed later be opened again', () => {
  const error = socketLostError('udp 192.0.2.1 port 514', systemError('ENOBUFS'));
  expect(error).toMatchObject({ code: 'upstream_unreachable', retryable: true });
});
