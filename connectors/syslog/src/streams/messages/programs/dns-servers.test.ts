import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test('a refusal of old releases does not say what was asked', () => {
  for (const words of ['query (cache) denied', 'query denied'])
    expect(said(`named[464]: client 192.0.2.7#1036: ${words}`)).toMatchObject({
      class_uid: 4001,
      activity_id: 5,
      action_id: 2,
      disposition_id: 25,
      status_id: 2,
      metadata: { product: { vendor_name: 'ISC', name: 'BIND' } },
      src_endpoint: { ip: '192.0.2.7', port: 1036 },
      app_name: 'dns',
      actor: { process: { pid: 464, name: 'named' } },
    });
});

test.each([
  ["query (cache) 'www.example.com/A/IN' denied", 5],
  ["bad zone transfer request: 'example.com/IN': non-authoritative zone (NOTAUTH)", 9],
])('%s is refused with %i', (text, rcode) => {
  expect(said(`named[464]: client 192.0.2.7#1036: ${text}`)).toMatchObject({
    class_uid: 4003,
    action_id: 2,
    status_id: 2,
    rcode_id: rcode,
    src_endpoint: { ip: '192.0.2.7', port: 1036 },
  });
});

test('a question comes from a client', () => {
  const text = 'client @0x7f00 192.0.2.7#1036 (www.example.com): query: www.example.com IN A + (198.51.100.53)';
  expect(said(`named[464]: ${text}`)).toMatchObject({
    class_uid: 4003,
    activity_id: 1,
    query: { hostname: 'www.example.com', type: 'A', class: 'IN' },
    src_endpoint: { ip: '192.0.2.7', port: 1036 },
    dst_endpoint: { ip: '198.51.100.53' },
  });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<30>Jan 14 09:12:01 web1 ${text}`);
  expect(problems).toEqual([]);
  return event;
}

test('of the records of an answer those are taken that the log holds whole', () => {
  const start = 'named[1]: client 192.0.2.7#1036: UDP: query: a.example IN A response: NOERROR +';
  const records = 'a.example. 60 IN CNAME b.example.; b.example. 60 IN A 192.0.2.1';
  const answers = [
    { rdata: 'b.example', type: 'CNAME' },
    { rdata: '192.0.2.1', type: 'A' },
  ];
  expect(said(`${start} ${records};`)).toMatchObject({ answers });
  expect(said(`${start} ${records}; b.example. 60 IN`)).toMatchObject({ answers });
  expect(said(start)).not.toHaveProperty('answers');
});
