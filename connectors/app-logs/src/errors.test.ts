import { expect, test } from 'vitest';
import { listenError, tlsFileError } from './errors.ts';

test.each([
  ['EADDRINUSE', 'address_in_use', 'choose another port'],
  ['EACCES', 'permission_denied', 'CAP_NET_BIND_SERVICE'],
  ['EADDRNOTAVAIL', 'bad_config', '127.0.0.1 for itself only'],
  ['EWHATEVER', 'bad_config', 'The system said: Error: listen EWHATEVER.'],
])('an address that cannot be listened on for %s is %s, with the remedy', (code, expected, remedy) => {
  const cause = Object.assign(new Error(`listen ${code}`), { code });
  const error = listenError('192.0.2.1:8080', cause);
  expect(error).toMatchObject({ code: expected, retryable: false, cause });
  expect(error.message).toMatch(/^Cannot listen on 192\.0\.2\.1:8080\. /);
  expect(error.message).toContain(remedy);
});

test.each([
  ['no error', 'away', 'away'],
  ['no error but has a code', { code: 'EACCES', toString: (): string => 'away' }, 'away'],
  ['an error without a code', new Error('away'), 'Error: away'],
  ['an error whose code is no text', Object.assign(new Error('away'), { code: ['EACCES'] }), 'Error: away'],
])('what the system said is told where it is %s', (_name, cause, said) => {
  expect(listenError('192.0.2.1:8080', cause)).toMatchObject({
    code: 'bad_config',
    message: `Cannot listen on 192.0.2.1:8080. The system said: ${said}.`,
  });
});

test('a file for TLS that cannot be used is named with its key and why', () => {
  const cause = new Error('bad header');
  expect(tlsFileError('key_file', 'key.pem', cause)).toMatchObject({
    code: 'bad_config',
    message: 'Cannot use key_file key.pem: expected a readable PEM file. bad header.',
    cause,
  });
  expect(tlsFileError('key_file', 'key.pem', 'away').message).toMatch(/ away\.$/);
});
