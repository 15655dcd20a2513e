import { expect, test } from 'vitest';
import { eventOf } from './record.fixture.ts';

type Fields = Readonly<Record<string, unknown>>;

test('a lookup is told by its name, whoever made it', () => {
  const asked = (fields: Fields): unknown =>
    eventOf('DnsRequest', { DomainName: 'www.example.com', ...fields })['src_endpoint'];
  expect(asked({ aid: 'a-1', aip: '203.0.113.7' })).toEqual({ uid: 'a-1', ip: '203.0.113.7' });
  expect(asked({ aid: 'a-1', aip: undefined })).toEqual({ uid: 'a-1' });
  expect(asked({ aid: undefined, aip: '203.0.113.7' })).toEqual({ ip: '203.0.113.7' });
  expect(asked({ aid: undefined, aip: undefined })).toBeUndefined();
});

test.each([
  ['no answer', {}, 1, undefined, undefined],
  ['one address', { IP4Records: '192.0.2.80;' }, 6, [{ rdata: '192.0.2.80', type: 'A' }], 1],
  ['the first address alone', { FirstIP4Record: '192.0.2.80' }, 6, [{ rdata: '192.0.2.80', type: 'A' }], 1],
  ['one name', { CNAMERecords: 'edge.example.net;' }, 6, [{ rdata: 'edge.example.net', type: 'CNAME' }], 1],
  ['separators alone', { IP4Records: ';;' }, 1, undefined, undefined],
])('a lookup with %s', (_name, fields, activity, answers, status) => {
  const event = eventOf('DnsRequest', { DomainName: 'www.example.com', QueryStatus: '77', ...fields });
  expect(event['activity_id']).toBe(activity);
  expect(event['answers']).toEqual(answers);
  expect(event['status_id']).toBe(status);
});
