import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test('a value that reads like a label is a value, unless it stands where labels do', () => {
  const ends = 'cat=traffic:forward src=192.0.2.7 dst=198.51.100.2';
  const { event, problems } = mapRecord(
    `<190>Jan 14 09:12:00 fw1 CEF:0|Fortinet|Fortigate|v7.2.4|00013|x|3|${ends} suser=Duration cn1Label=Duration cn1=9`,
  );
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ actor: { user: { name: 'Duration' } }, duration: 9000 });
  expect(event['unmapped'] ?? {}).not.toHaveProperty('cn1Label');
});
