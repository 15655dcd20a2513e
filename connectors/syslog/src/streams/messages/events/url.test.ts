import { expect, test } from 'vitest';
import { urlOf } from './url.ts';

/** RFC 3986, 3: scheme, authority with its port, path and query; nothing is decided that the sender did not write. */
test.each<[string, object | undefined]>([
  ['', undefined],
  [
    'http://www.example.com/a/b?c=d&e',
    { scheme: 'http', hostname: 'www.example.com', path: '/a/b', query_string: 'c=d&e' },
  ],
  ['HTTPS://www.example.com', { scheme: 'https', hostname: 'www.example.com' }],
  ['http://www.example.com:8080/', { scheme: 'http', hostname: 'www.example.com', port: 8080, path: '/' }],
  ['http://www.example.com:/', { scheme: 'http', path: '/' }],
  ['http://www.example.com:99999/', { scheme: 'http', hostname: 'www.example.com', path: '/' }],
  ['http://alice:secret@www.example.com/', { scheme: 'http', hostname: 'www.example.com', path: '/' }],
  ['http://[2001:db8::7]:8080/a', { scheme: 'http', hostname: '[2001:db8::7]', port: 8080, path: '/a' }],
  ['http://www.example.com?a', { scheme: 'http', hostname: 'www.example.com', query_string: 'a' }],
  ['http://www.example.com#a', { scheme: 'http', hostname: 'www.example.com', path: '#a' }],
  ['www.example.com/a', { hostname: 'www.example.com', path: '/a' }],
  ['/a/b', { path: '/a/b' }],
  ['/a?b?c', { path: '/a', query_string: 'b?c' }],
  ['?b', { query_string: 'b' }],
  ['a?http://x', { hostname: 'a', query_string: 'http://x' }],
  ['x://h/a', { scheme: 'x', hostname: 'h', path: '/a' }],
  ['://x', { path: '//x' }],
  ['h', { hostname: 'h' }],
  ['9p://x/y', { path: '//x/y' }],
])('the parts of %s', (text, expected) => {
  expect(urlOf({ text })).toEqual(expected && { url_string: text, ...expected });
});

test("a host and a category of the device's stand beside", () => {
  expect(urlOf({ text: '/a', hostname: 'www.example.com', category: 'News' })).toEqual({
    url_string: '/a',
    hostname: 'www.example.com',
    path: '/a',
    categories: ['News'],
    category_ids: [99],
  });
  expect(urlOf({ text: '/a', hostname: '', category: '' })).toEqual({ url_string: '/a', path: '/a' });
});
