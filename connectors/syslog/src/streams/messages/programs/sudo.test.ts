import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each([
  ['nobody who asked', ' : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/bin/ls'],
  ['none of its fields', 'bob : is not asked for ; COMMAND=/bin/ls'],
])('a text of sudo with %s is no logon', (_, text) => {
  expect(mapRecord(`<86>Jan 14 09:12:01 web1 sudo: ${text}`).event).toMatchObject({ class_uid: 0 });
});
