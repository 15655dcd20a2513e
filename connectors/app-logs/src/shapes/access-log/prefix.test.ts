import { expect, test } from 'vitest';
import { splitPrefix } from './prefix.ts';

const plain = { virtualHost: undefined, ident: '-', user: '-', forwarded: undefined };

test.each([
  ['192.0.2.7 - Ada, Countess', { client: '192.0.2.7', user: 'Ada, Countess' }],
  [
    'www 192.0.2.7, 192.0.2.8 - ada',
    { virtualHost: 'www', client: '-', user: 'ada', forwarded: '192.0.2.7, 192.0.2.8' },
  ],
  ['192.0.2.7, 192.0.2.8 - -', { client: '-', forwarded: '192.0.2.7, 192.0.2.8' }],
  ['192.0.2.7,192.0.2.8 10.0.0.9 - -', { client: '10.0.0.9', forwarded: '192.0.2.7,192.0.2.8' }],
  [
    'www 192.0.2.7, 192.0.2.8 10.0.0.9 - -',
    { virtualHost: 'www', client: '10.0.0.9', forwarded: '192.0.2.7, 192.0.2.8' },
  ],
  ['"192.0.2.7" 10.0.0.9 - -', { client: '10.0.0.9', forwarded: '192.0.2.7' }],
  ['www "-" 10.0.0.9 - -', { virtualHost: 'www', client: '10.0.0.9', forwarded: '-' }],
  ['www "a" b c - -', { client: 'www "a" b c' }],
  ['192.0.2.7:5555 www:80 - -', { virtualHost: 'www:80', client: '192.0.2.7:5555' }],
  ['192.0.2.7:80 192.0.2.8:80 - -', { virtualHost: '192.0.2.7:80', client: '192.0.2.8:80' }],
  ['192.0.2.7:80 pc7 - -', { virtualHost: '192.0.2.7:80', client: 'pc7' }],
  ['www:80 pc7:80 - -', { virtualHost: 'www:80', client: 'pc7:80' }],
  ['192.0.2.7,192.0.2.8 - ada', { client: '-', user: 'ada', forwarded: '192.0.2.7,192.0.2.8' }],
  ['192.0.2.7  ada', { client: '192.0.2.7', ident: '', user: 'ada' }],
  ['192.0.2.7 id Ada, Countess', { client: '192.0.2.7', ident: 'id', user: 'Ada, Countess' }],
  ['192.0.2.7 - -', { client: '192.0.2.7' }],
  ['2001:db8::7', { client: '2001:db8::7' }],
  ['"a b c', { client: '"a', ident: 'b', user: 'c' }],
])('%s is who asked', (prefix, expected) => {
  expect({ virtualHost: undefined, forwarded: undefined, ...splitPrefix(prefix) }).toEqual({ ...plain, ...expected });
});
