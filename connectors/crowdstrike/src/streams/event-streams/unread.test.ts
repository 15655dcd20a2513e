import { expect, test } from 'vitest';
import { unreadAfter } from './unread.ts';

test.each([
  ['offsets rise, with gaps between them', undefined, [0, 1, 5, 6], [0, 1, 5, 6]],
  ['a feed begins with the event that is stored', 7, [7, 8, 9], [8, 9]],
  ['an event is brought again at once', undefined, [7, 7, 8, 8], [7, 8]],
  ['a feed goes back to what it has brought before', 3, [3, 4, 5, 6, 4, 5, 6, 7], [4, 5, 6, 7]],
  ['the numbers begin anew in a feed', 90, [90, 91, 0, 1, 1, 2], [91, 0, 1, 2]],
  ['the numbers have begun anew since the last event was stored', 90, [0, 1, 2, 91], [0, 1, 2, 91]],
])('%s', (_, stored, brought, read) => {
  expect(brought.filter(unreadAfter(stored))).toEqual(read);
});
