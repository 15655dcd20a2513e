import { expect, test } from 'vitest';
import { urlOf } from './url.ts';

test.each([
  ['/a?b=c', { path: '/a', query_string: 'b=c' }],
  ['/a?', { path: '/a' }],
  ['/', { path: '/' }],
  ['//evil.example/x', { path: '//evil.example/x' }],
  [
    'https://user:pw@www.example.com:8443/a?b',
    {
      url_string: 'https://user:pw@www.example.com:8443/a?b',
      scheme: 'https',
      hostname: 'www.example.com',
      port: 8443,
      path: '/a',
      query_string: 'b',
    },
  ],
  ['http://www.example.com', { url_string: 'http://www.example.com', scheme: 'http', hostname: 'www.example.com' }],
  ['mail.example.com:25', { url_string: 'mail.example.com:25', hostname: 'mail.example.com', port: 25 }],
  ['a://www.example.com', { url_string: 'a://www.example.com', scheme: 'a', hostname: 'www.example.com' }],
  ['://www.example.com', { url_string: '://www.example.com' }],
  ['*', { url_string: '*' }],
  ['abcd', { url_string: 'abcd' }],
  ['a_b:80', { url_string: 'a_b:80' }],
  [
    'http://www.example.com?q=1',
    {
      url_string: 'http://www.example.com?q=1',
      scheme: 'http',
      hostname: 'www.example.com',
      path: '',
      query_string: 'q=1',
    },
  ],
  ['not a target', { url_string: 'not a target' }],
])('%s', (target, expected) => {
  expect(urlOf(target)).toEqual(expected);
});

test('the authority of a URL ends where its fragment begins', () => {
  expect(urlOf('http://www.example.com#top')).toMatchObject({ scheme: 'http', hostname: 'www.example.com' });
  expect(urlOf('http://www.example.com:81#top')).toMatchObject({ port: 81 });
});
