import { expect, test } from 'vitest';
import { unwrapRepeated } from './repeated.ts';

test.each([
  ['message repeated 5 times: [ session opened]', 'session opened', 5],
  ['message repeated 1 times: [ session opened]', 'session opened', 1],
  ['message repeated 2 times: [ a [b]]', 'a [b]', 2],
])('takes apart %s', (content, text, count) => {
  expect(unwrapRepeated(content)).toEqual({ text, count });
});

test.each([
  'message repeated 5 times: [ session opened',
  'another repeated 5 times: [ session opened]',
  'message repeated 0 times: [ session opened]',
  'message repeated often times: [ session opened]',
  'message repeated 5 times [ session opened]',
  'message repeated 5]',
])('leaves as it is: %s', (content) => {
  expect(unwrapRepeated(content)).toEqual({ text: content });
});
