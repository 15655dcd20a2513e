import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['method="POST" ', { class_uid: 4002, http_request: { http_method: 'POST' } }],
  ['', { class_uid: 4001 }],
])('a page of which "%s" is said becomes %j', (said, expected) => {
  const fields = `id="0001" severity="info" sys="SecureWeb" sub="http" name="web request" action="pass" ${said}srcip="192.0.2.7" dstip="198.51.100.2" statuscode="200" url="http://www.example.com/"`;
  const { event, problems } = mapRecord(`<30>2026:01:14-09:12:08 utm1 httpproxy[4711]: ${fields}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject(expected);
});
